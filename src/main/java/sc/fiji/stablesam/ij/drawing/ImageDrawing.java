/*-
 * #%L
 * Stable-SAM for Fiji.
 * %%
 * Copyright (C) 2026 Stable-SAM developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.stablesam.ij.drawing;

import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.Toolbar;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.PlanePosition;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.RoiPrompts;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * What happens on one image: follows its selection, asks what it means, shows
 * the answer, and keeps what was accepted. For the event thread.
 */
final class ImageDrawing {

	private final ImagePlus imp;
	private final Shelf shelf;
	private final Consumer<SegmentedObject> listener;
	private final SceneLayer layer;
	private final Responder responder;
	private final Lane<Question> lane;
	private final History history = new History();
	private Scene scene = Scene.EMPTY;
	/** Before the button went down. */
	private Scene committed = Scene.EMPTY;
	private Picture picture;
	private final Answers answers = new Answers();
	private PointClicks points;
	/** What the points of the selection are added to; may be null. */
	private Present beforePoints;
	/** Whether the click that is being made picked an accepted object up. */
	private boolean pickedUp;
	private boolean hidden;
	private boolean closed;

	/**
	 * @param executor runs what takes long
	 * @param shelf takes what is accepted
	 * @param listener told of what is accepted
	 */
	ImageDrawing(final ImagePlus imp, final Engine engine,
		final Executor executor, final Shelf shelf,
		final Consumer<SegmentedObject> listener)
	{
		this.imp = imp;
		this.listener = listener;
		this.shelf = shelf;
		layer = new SceneLayer(imp);
		responder = new Responder(engine, new Responder.Listener() {

			@Override
			public void answered(final Stage stage) {
				layer.prepare(stage.found().get());
				EventQueue.invokeLater(() -> ImageDrawing.this.answered(stage));
			}

			@Override
			public void troubled(final RuntimeException exc) {
				EventQueue.invokeLater(() -> IJ.showStatus("Stable-SAM: " + exc
					.getMessage()));
			}
		});
		lane = new Lane<>(executor, responder, Question::choose);
	}

	/** Has the plane that is shown encoded, as it may be drawn on soon. */
	void prepare() {
		picture().ifPresent(p -> lane.ask(Question.prepare(p)));
	}

	/** @return as it looks now, if it can be read */
	private Optional<Picture> picture() {
		try {
			if (picture == null && !closed) picture = Picture.of(imp);
		}
		catch (final StableSamException exc) {
			IJ.showStatus("Stable-SAM: " + exc.getMessage());
		}
		return Optional.ofNullable(picture);
	}

	/**
	 * Before the tool knows: clicks on an object that is being drawn are for it,
	 * and do not move or extend what it was drawn with.
	 */
	void pressed(final MouseEvent event) {
		final Roi roi = imp.getRoi();
		// NB: a polygon takes several clicks.
		if (roi == null || roi.getState() != Roi.CONSTRUCTING) {
			committed = scene;
			answers.begin();
		}
		pickedUp = false;
		if (roi == null || Toolbar.getToolId() != Toolbar.POINT || !isHere())
			return;
		final boolean grabbed = roi instanceof PointRoi && roi.isHandle(event
			.getX(), event.getY()) >= 0;
		final boolean added = roi instanceof PointRoi && Toolbar
			.getMultiPointMode();
		if (!grabbed && !added) imp.deleteRoi();
	}

	/**
	 * While the button is down.
	 *
	 * @param subtracting whether points that are new now are background
	 */
	void drawn(final Roi roi, final boolean subtracting) {
		if (roi == null) return;
		if (roi instanceof PointRoi) clicked((PointRoi) roi, subtracting);
		else if (roi.getBounds().width > 0 && roi.getBounds().height > 0 || roi
			.isLine()) outlined(roi);
	}

	/**
	 * After the tool has done what it does when the button goes up.
	 *
	 * @param subtracting whether points that are new now are background
	 */
	void released(final boolean subtracting) {
		final Roi roi = imp.getRoi();
		// NB: the multi-point tool adds points without a word.
		if (roi instanceof PointRoi) clicked((PointRoi) roi, subtracting);
		if (pickedUp) dropSelection();
		if (roi != null && !(roi instanceof PointRoi) && roi
			.getState() == Roi.CONSTRUCTING) return;
		if (roi == null && scene == committed && isHere() && Toolbar
			.getToolId() != Toolbar.POINT) discard();
		else if (scene != committed) finish(roi);
	}

	private void finish(final Roi roi) {
		// NB: what was previewed as a box may be more than that.
		if (roi != null && !(roi instanceof PointRoi)) prompt(roi).ifPresent(
			prompt -> scene = committed.starting(Present.of(picture, prompt)));
		history.changing(committed);
		committed = scene;
		scene.present().ifPresent(present -> lane.ask(Question.thorough(present
			.picture(), present.stage())));
		refresh();
	}

	private void outlined(final Roi roi) {
		points = null;
		prompt(roi.isLine() ? roi : new Roi(roi.getBounds())).map(prompt -> Present
			.of(picture, prompt)).ifPresent(present -> preview(present, committed
				.starting(present)));
	}

	/** @return what is shown until there is an answer */
	private Present previous() {
		return scene.present().filter(present -> isHere()).orElse(null);
	}

	private Optional<RoiPrompt> prompt(final Roi roi) {
		if (!picture().isPresent()) return Optional.empty();
		final PromptSet prompts = RoiPrompts.of(Collections.singletonList((Roi) roi
			.clone()), picture.image(), PointsMode.TOGETHER);
		return prompts.prompts().stream().findFirst().map(prompt -> prompt.at(
			picture.plane()));
	}

	private void clicked(final PointRoi roi, final boolean subtracting) {
		if (!picture().isPresent() || pickedUp) return;
		if (points == null || !points.isOf(roi)) {
			points = new PointClicks(roi);
			beforePoints = previous();
		}
		final List<Click> clicks = points.read(imp.getWidth(), imp.getHeight(), IJ
			.altKeyDown());
		if (beforePoints == null && clicks.size() == 1) pickUp(clicks.get(0));
		if (pickedUp) return;
		Present present = beforePoints;
		for (final Click click : clicks)
			present = with(present, click);
		if (present != null && present != beforePoints) preview(present,
			beforePoints == null ? committed.starting(present) : committed.with(
				present));
	}

	/** A click on an accepted object, while nothing is being drawn. */
	private void pickUp(final Click click) {
		final PlanePosition here = SourceImage.currentPlane(imp);
		scene.accepted().stream().filter(object -> object.object().plane().equals(
			here) && object.contains(click) && shelf.holds(object)).findFirst()
			.ifPresent(object -> {
				pickedUp = true;
				scene = committed.pickingUp(object);
			});
	}

	/** @return the object with one click more; the same if there is no change */
	private Present with(final Present object, final Click click) {
		if (object != null) return reused(object, click);
		return click.isForeground() ? Present.of(picture, RoiPrompt.of("selection",
			Prompt.of(click)).at(picture.plane())) : null;
	}

	/** NB: What was asked already need not be asked again. */
	private Present reused(final Present object, final Click click) {
		final Present now = scene.present().orElse(null);
		return now != null && now.isAfter(object, click) ? now : object.with(click);
	}

	private void preview(final Present present, final Scene next) {
		if (scene.present().orElse(null) == present) return;
		if (!isHere()) answers.show(null);
		scene = next;
		hidden = false;
		answers.ask(present.stage());
		lane.ask(Question.preview(present.picture(), present.stage()));
		refresh();
	}

	private void answered(final Stage stage) {
		if (!closed && scene.present().filter(present -> answers.answered(stage,
			present)).isPresent()) refresh();
	}

	/** @return the stage whose answer is seen */
	Optional<Stage> shown() {
		return answers.shown().map(Present::stage);
	}

	private void refresh() {
		layer.show(scene, shelf, answers.shown().orElse(null), hidden);
	}

	Scene scene() {
		return scene;
	}

	/** @param task run each time that the scene was drawn */
	void whenPainted(final Runnable task) {
		layer.whenPainted(task);
	}

	/** @return whether an object is being drawn on the plane that is shown */
	boolean isHere() {
		return !closed && scene.present().filter(present -> present.picture()
			.plane().equals(SourceImage.currentPlane(imp))).isPresent();
	}

	/**
	 * The image may show something else than it did: what is drawn from now on is
	 * about that.
	 */
	void moved() {
		picture = null;
	}

	/** The image may have been shown in another way, and will stay so. */
	void changed() {
		final PlanePosition here = SourceImage.currentPlane(imp);
		scene.present().filter(present -> present.picture().plane().equals(here))
			.ifPresent(this::askAnew);
		refresh();
	}

	private void askAnew(final Present present) {
		final Optional<Picture> now = picture().filter(p -> p != present.picture());
		if (!now.isPresent()) return;
		if (present.found().isPresent()) answers.show(present);
		scene = scene.with(present.on(now.get()));
		committed = scene;
		lane.ask(Question.thorough(now.get(), scene.present().get().stage()));
	}

	/** @return whether there was something to accept */
	boolean accept() {
		final Optional<Present> present = scene.present().filter(p -> isHere());
		if (!present.isPresent() || !present.get().found().isPresent())
			return false;
		final Found found = present.get().found().get();
		final Mask mask = found.mask(present.get().choice());
		if (mask.isEmpty()) return false;
		final int label = scene.replaced().map(old -> old.object().label())
			.orElseGet(shelf::nextLabel);
		final SegmentedObject object = SegmentedObject.of(label, present.get()
			.prompt(), mask, present.get().picture().image(), found.modelName());
		final Scene next = scene.and(new Accepted(present.get(), object));
		shelf.change(scene.accepted(), next.accepted());
		change(next);
		dropSelection();
		listener.accept(object);
		return true;
	}

	/** NB: Only what was drawn for this object; it is in the results now. */
	private void dropSelection() {
		points = null;
		if (imp.getRoi() != null) imp.deleteRoi();
	}

	void discard() {
		if (!isHere()) return;
		change(scene.withoutPresent());
		dropSelection();
	}

	/** Takes the next of the masks that the prompt may mean. */
	void next() {
		if (isHere()) change(scene.with(scene.present().get().next()));
	}

	void toggleHidden() {
		hidden = !hidden;
		refresh();
	}

	boolean undo() {
		return go(history.undo(scene));
	}

	boolean redo() {
		return go(history.redo(scene));
	}

	private boolean go(final Optional<Scene> there) {
		if (!there.isPresent()) return false;
		shelf.change(scene.accepted(), there.get().accepted());
		scene = there.get();
		committed = scene;
		answers.show(null);
		points = null;
		if (imp.getRoi() != null) imp.deleteRoi();
		refresh();
		return true;
	}

	private void change(final Scene next) {
		history.changing(scene);
		scene = next;
		committed = next;
		answers.show(null);
		hidden = false;
		refresh();
	}

	/** Leaves the image as the user has it. */
	void close() {
		closed = true;
		layer.remove();
		responder.stop();
		if (picture != null) lane.ask(Question.prepare(picture));
	}
}
