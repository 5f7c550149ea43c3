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

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import ij.gui.PointRoi;
import ij.gui.Roi;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.RoiPrompts;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Understands selections that are being drawn on a picture: which object they
 * begin or refine. For the event thread.
 */
final class Pointing {

	private final Supplier<DrawingOptions> options;
	private PointClicks points;
	/** What the points of the selection are added to; may be null. */
	private Present beforePoints;
	/** The clicks of which came what there is. */
	private List<Click> understood = List.of();
	private Stage stage;
	/** Whether the click that is being made picked an accepted object up. */
	private boolean pickedUp;

	/** @param options as they are when a selection is drawn */
	Pointing(final Supplier<DrawingOptions> options) {
		this.options = options;
	}

	/** The button goes down. */
	void begin() {
		pickedUp = false;
	}

	/** What was pointed at is done with. */
	void forget() {
		points = null;
		stage = null;
	}

	/** @return whether the click that was made last picked an object up */
	boolean hasPickedUp() {
		return pickedUp;
	}

	/**
	 * @param roi not of points, perhaps unfinished
	 * @param before what there was before the button went down
	 * @return the object that is being drawn, as a box unless it is a line
	 */
	Optional<Scene> outlined(final Roi roi, final Picture picture,
		final Scene before)
	{
		forget();
		return finished(roi.isLine() ? roi : new Roi(roi.getBounds()), picture,
			before);
	}

	/**
	 * @param roi not of points
	 * @return the object that was drawn
	 */
	Optional<Scene> finished(final Roi roi, final Picture picture,
		final Scene before)
	{
		return RoiPrompts.of(Collections.singletonList((Roi) roi.clone()), picture
			.image(), PointsMode.TOGETHER).prompts().stream().findFirst().map(
				prompt -> before.starting(Present.of(picture, prompt.at(picture
					.plane()))));
	}

	/**
	 * @param subtracting whether points that are new now are background
	 * @param before what there was before the button went down
	 * @param now what there is
	 * @return what the clicks mean, if that is something else
	 */
	Optional<Scene> clicked(final PointRoi roi, final boolean subtracting,
		final Picture picture, final Scene before, final Scene now)
	{
		if (pickedUp) return Optional.empty();
		if (points == null || !points.isOf(roi)) {
			points = new PointClicks(roi);
			stage = null;
			beforePoints = now.present().filter(present -> present.picture().plane()
				.equals(picture.plane())).orElse(null);
		}
		final List<Click> clicks = points.read(picture.image().width(), picture
			.image().height(), subtracting);
		if (clicks.isEmpty()) return Optional.empty();
		final boolean known = isUnderstood(clicks, now);
		final List<Click> fresh = known ? clicks.subList(understood.size(), clicks
			.size()) : clicks;
		if (fresh.isEmpty()) return Optional.empty();
		final Optional<Scene> meant = meaning(fresh, known ? now.present().get()
			: beforePoints, picture, before);
		understood = clicks;
		stage = meant.flatMap(Scene::present).map(Present::stage).orElse(null);
		return meant;
	}

	/** @return whether what there is came of the first of the clicks */
	private boolean isUnderstood(final List<Click> clicks, final Scene now) {
		return stage != null && now.present().map(Present::stage).orElse(
			null) == stage && understood.size() <= clicks.size() && understood.equals(
				clicks.subList(0, understood.size()));
	}

	/** @param object that is being drawn; may be null */
	private Optional<Scene> meaning(final List<Click> clicks,
		final Present object, final Picture picture, final Scene before)
	{
		final Click last = clicks.get(clicks.size() - 1);
		if (options.get().isObjectEachClick() && last.isForeground()) return begun(
			List.of(last), picture, before);
		return object == null ? begun(clicks, picture, before) : Optional.of(before
			.with(refined(object, clicks)));
	}

	/** @return the object that clicks begin, or one that was accepted */
	private Optional<Scene> begun(final List<Click> clicks, final Picture picture,
		final Scene before)
	{
		final Optional<Accepted> accepted = clicks.size() == 1 ? accepted(clicks
			.get(0), picture, before) : Optional.empty();
		if (accepted.isPresent()) return Optional.of(again(accepted.get(), clicks
			.get(0), before));
		final List<Click> used = clicks.stream().dropWhile(click -> !click
			.isForeground()).collect(Collectors.toList());
		return used.isEmpty() ? Optional.empty() : Optional.of(before.starting(
			refined(Present.of(picture, RoiPrompt.of("selection", Prompt.of(used.get(
				0))).at(picture.plane())), used.subList(1, used.size()))));
	}

	/** NB: A click on an object only picks it up. */
	private Scene again(final Accepted object, final Click click,
		final Scene before)
	{
		pickedUp = click.isForeground();
		final Scene scene = before.pickingUp(object);
		return pickedUp ? scene : scene.with(scene.present().get().with(click));
	}

	/**
	 * @return the accepted object that a first click is for: on it, or beside it
	 *         where objects are accepted before they can be refined
	 */
	private Optional<Accepted> accepted(final Click click, final Picture picture,
		final Scene before)
	{
		final List<Accepted> here = before.there().stream().filter(object -> object
			.object().plane().equals(picture.plane())).collect(Collectors.toList());
		if (click.isForeground()) return here.stream().filter(object -> object
			.contains(click)).findFirst();
		return options.get().isAcceptingAll() ? here.stream().reduce((a, b) -> b)
			: Optional.empty();
	}

	private static Present refined(final Present object,
		final List<Click> clicks)
	{
		Present refined = object;
		for (final Click click : clicks)
			refined = refined.with(click);
		return refined;
	}
}
