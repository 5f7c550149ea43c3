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
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.Toolbar;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.LabelImage;
import sc.fiji.stablesam.ij.PlanePosition;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.mask.Mask;

/**
 * What happens on one image: follows its selection, asks what it means, shows
 * the answer, and keeps what was accepted. For the event thread.
 */
final class ImageDrawing {

	private final ImagePlus imp;
	private final Supplier<DrawingOptions> options;
	private final Listener listener;
	private final Shelves shelves;
	private final SceneLayer layer;
	private final Responder responder;
	private final Lane<Question> lane;
	private final Pointing pointing;
	private final History history = new History();
	private final Answers answers = new Answers();
	/** What is accepted when it is answered. */
	private final Map<Stage, Scene> pending = new IdentityHashMap<>();
	private Scene scene = Scene.EMPTY;
	/** Before the button went down. */
	private Scene committed = Scene.EMPTY;
	private Picture picture;
	private PlanePosition plane;
	/** Whether the plane was changed after what was done here last. */
	private boolean edited;
	private boolean hidden;
	private boolean closed;

	/** Told what happens here, on the event thread. */
	interface Listener {

		void accepted(SegmentedObject object);

		/** It was taken back, or is about to be replaced. */
		void withdrawn(SegmentedObject object);

		/** What can be told of it, or done with it, may have changed. */
		void changed();

		/** @param why there is no answer, in a sentence for the person */
		void troubled(String why);
	}

	/** @param executor runs what takes long */
	ImageDrawing(final ImagePlus imp, final Engine engine,
		final Executor executor, final Supplier<DrawingOptions> options,
		final Listener listener)
	{
		this.imp = imp;
		this.options = options;
		this.listener = listener;
		shelves = new Shelves(imp);
		layer = new SceneLayer(imp);
		pointing = new Pointing(options);
		responder = new Responder(engine, new Answered());
		lane = new Lane<>(executor, responder, Question::merge);
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
			listener.troubled(exc.getMessage());
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
		pointing.begin();
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
		if (roi == null || !picture().isPresent()) return;
		if (roi instanceof PointRoi) clicked((PointRoi) roi, subtracting);
		else if (roi.getBounds().width > 0 && roi.getBounds().height > 0 || roi
			.isLine()) pointing.outlined(roi, picture, committed).ifPresent(
				this::preview);
	}

	private void clicked(final PointRoi roi, final boolean subtracting) {
		if (picture().isPresent()) pointing.clicked(roi, subtracting, picture,
			committed, scene).ifPresent(this::preview);
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
		if (pointing.hasPickedUp()) dropSelection();
		if (roi != null && !(roi instanceof PointRoi) && roi
			.getState() == Roi.CONSTRUCTING) return;
		if (roi == null && scene == committed && isHere() && Toolbar
			.getToolId() != Toolbar.POINT) discard();
		else if (scene != committed) finish(roi);
	}

	private void finish(final Roi roi) {
		// NB: what was previewed as a box may be more than that.
		if (roi != null && !(roi instanceof PointRoi) && picture().isPresent())
			pointing.finished(roi, picture, committed).ifPresent(finished -> scene =
				finished.meaning(scene));
		remember(committed);
		committed = scene;
		scene.present().ifPresent(this::ask);
		refresh();
	}

	/** NB: What is refined need not be accepted as it was before. */
	private void ask(final Present present) {
		final Stage stage = present.stage();
		pending.keySet().removeIf(stage::isAfter);
		if (options.get().isAcceptingAll() && !scene.isAccepted()) keep(present);
		else lane.ask(Question.thorough(present.picture(), stage));
	}

	private void preview(final Scene next) {
		if (!isHere()) answers.show(null);
		scene = next;
		hidden = false;
		final Present present = next.present().get();
		answers.ask(present.stage());
		lane.ask(Question.preview(present.picture(), present.stage()));
		refresh();
	}

	private void answered(final Stage stage) {
		if (closed) return;
		if (pending.containsKey(stage) && stage.found().get().isThorough()) accept(
			pending.get(stage));
		if (scene.present().filter(present -> answers.answered(stage, present))
			.isPresent()) refresh();
	}

	/** @return the stage whose answer is seen */
	Optional<Stage> shown() {
		return answers.shown().map(Present::stage);
	}

	private void refresh() {
		layer.show(scene, answers.shown().orElse(null), hidden);
		listener.changed();
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
		final PlanePosition here = SourceImage.currentPlane(imp);
		edited |= here.equals(plane);
		plane = here;
	}

	/**
	 * @return whether what is undone next is ours, and not what was done to the
	 *         image since
	 */
	boolean isLast() {
		return isHere() || !edited;
	}

	private void remember(final Scene before) {
		history.changing(before);
		edited = false;
		plane = SourceImage.currentPlane(imp);
	}

	/** The image may have been shown in another way, and will stay so. */
	void changed() {
		final PlanePosition here = SourceImage.currentPlane(imp);
		scene.present().filter(present -> present.picture().plane().equals(here))
			.ifPresent(this::askAnew);
		refresh();
	}

	private void askAnew(final Present present) {
		picture().filter(now -> now != present.picture()).ifPresent(now -> askAgain(
			present.on(now)));
	}

	/** Another network answers from now on. */
	void networkChanged() {
		scene.present().ifPresent(present -> askAgain(present.anew()));
	}

	/** @param anew the object that is being drawn, to be answered once more */
	private void askAgain(final Present anew) {
		final Present present = scene.present().get();
		if (present.found().isPresent()) answers.show(present);
		pending.remove(present.stage());
		scene = scene.anew(anew);
		committed = scene;
		ask(anew);
	}

	/** What is waited for will not come. */
	void cancelled() {
		lane.clear();
		pending.clear();
	}

	/**
	 * @return whether there was something to do it with, so that it was done
	 */
	boolean act(final Action action) {
		if (!allows(action)) return false;
		switch (action) {
			case ACCEPT:
				acceptPresent();
				break;
			case DISCARD:
				discard();
				break;
			case NEXT_MASK:
				chooseNext();
				break;
			case UNDO:
				history.undo(scene).ifPresent(this::go);
				break;
			case REDO:
				history.redo(scene).ifPresent(this::go);
				break;
			default:
				hidden = !hidden;
				refresh();
		}
		return true;
	}

	/** NB: While something is drawn it is not finished by that. */
	private void chooseNext() {
		final Scene next = scene.with(scene.present().get().next());
		final Roi roi = imp.getRoi();
		if (roi == null || roi.getState() == Roi.NORMAL) change(next);
		else {
			scene = next;
			refresh();
		}
	}

	private boolean allows(final Action action) {
		switch (action) {
			case ACCEPT:
				return isHere() && !mask().map(Mask::isEmpty).orElse(true);
			case UNDO:
				return history.canUndo();
			case REDO:
				return history.canRedo();
			default:
				return isHere();
		}
	}

	/** @return of the object that is being drawn, if it is answered */
	private Optional<Mask> mask() {
		return scene.present().flatMap(present -> present.found().map(found -> found
			.mask(present.choice())));
	}

	/** @return what can be told and done now */
	DrawingStatus status() {
		final Set<Action> actions = EnumSet.noneOf(Action.class);
		for (final Action action : Action.values())
			if (allows(action)) actions.add(action);
		final Optional<Present> present = scene.present().filter(p -> isHere());
		return new DrawingStatus(present.flatMap(p -> mask()).orElse(null), present
			.map(Present::choice).orElse(0), present.flatMap(Present::found).map(
				Found::choices).orElse(0), actions, scene.there().size());
	}

	/**
	 * @return an image with a number for each object that was accepted and is
	 *         still there, not shown yet; none if there are no such objects
	 */
	Optional<ImagePlus> labelImage() {
		final List<Accepted> there = scene.there();
		return there.isEmpty() ? Optional.empty() : picture().map(now -> LabelImage
			.of(now.image(), there.stream().map(Accepted::object).collect(Collectors
				.toList())));
	}

	/** NB: A preview is not good enough to be kept. */
	private void acceptPresent() {
		final Present present = scene.present().get();
		if (present.found().get().isPreview()) keep(present);
		else accept(scene);
	}

	/** Accepts what is drawn once it is answered, whatever is drawn then. */
	private void keep(final Present present) {
		pending.put(present.stage(), scene);
		lane.ask(Question.kept(present.picture(), present.stage()));
	}

	/** @param drawn with an answered object; of empty ones nothing is kept */
	private void accept(final Scene drawn) {
		final Stage stage = drawn.present().get().stage();
		pending.remove(stage);
		shelves.accept(drawn, options.get().target()).ifPresent(accepted -> {
			final boolean wasSeen = scene.isDrawing(stage);
			remember(committed);
			committed = committed.accepting(accepted, stage, drawn.replaced());
			scene = scene.accepting(accepted, stage, drawn.replaced());
			if (wasSeen) leave();
			refresh();
			drawn.replaced().ifPresent(old -> listener.withdrawn(old.object()));
			listener.accepted(accepted.object());
		});
	}

	/** The object that was being drawn is not any more. */
	private void leave() {
		answers.show(null);
		hidden = false;
		dropSelection();
	}

	/** NB: Only what was drawn for this object; it is in the results now. */
	private void dropSelection() {
		final Roi roi = imp.getRoi();
		if (roi != null && roi.getState() == Roi.CONSTRUCTING) return;
		pointing.forget();
		if (roi != null) imp.deleteRoi();
	}

	private void discard() {
		pending.remove(scene.present().get().stage());
		change(scene.withoutPresent());
		dropSelection();
	}

	private void go(final Scene there) {
		scene.present().ifPresent(present -> pending.remove(present.stage()));
		Shelves.change(scene.accepted(), there.accepted());
		tell(scene.accepted(), there.accepted());
		scene = there;
		committed = scene;
		answers.show(null);
		pointing.forget();
		if (imp.getRoi() != null) imp.deleteRoi();
		refresh();
	}

	private void tell(final List<Accepted> before, final List<Accepted> after) {
		before.stream().filter(old -> !after.contains(old)).forEach(old -> listener
			.withdrawn(old.object()));
		after.stream().filter(fresh -> !before.contains(fresh)).forEach(
			fresh -> listener.accepted(fresh.object()));
	}

	private void change(final Scene next) {
		remember(scene);
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

	/** Comes from the thread that answers. */
	private final class Answered implements Responder.Listener {

		@Override
		public void answered(final Stage stage) {
			layer.prepare(stage.found().get());
			EventQueue.invokeLater(() -> ImageDrawing.this.answered(stage));
		}

		@Override
		public void troubled(final RuntimeException exc) {
			EventQueue.invokeLater(() -> {
				cancelled();
				listener.troubled(exc.getMessage());
			});
		}
	}
}
