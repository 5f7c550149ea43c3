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

package sc.fiji.stablesam.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Draws a prompt again as the same hand might, a bit off each time: boxes as
 * the noisy boxes of Stable-SAM, half as noisy as those that are evaluated
 * there; clicks within a tenth of the object's extent, on the object if they
 * were, beside it if they were. Mask hints stay. The same prompt is always
 * drawn in the same way.
 */
final class PromptJitter {

	/** The scale of the boxes' noise. */
	static final double BOX = 0.2;

	/** The reach of clicks, as a share of the mask's width and height. */
	static final double CLICK = 0.1;

	/** After so many clicks on the wrong side the click stays where it is. */
	private static final int TRIALS = 20;

	private final Mask mask;
	private final ImageFrame frame;

	/**
	 * @param mask the answer to the prompt as it is
	 * @param frame beyond which nothing is moved
	 */
	PromptJitter(final Mask mask, final ImageFrame frame) {
		this.mask = mask;
		this.frame = frame;
	}

	/** @return whether there is anything in the prompt that can be off */
	static boolean canMove(final Prompt prompt) {
		return prompt.box().isPresent() || !prompt.clicks().isEmpty();
	}

	/** @return other prompts of the same form */
	List<Prompt> copies(final Prompt prompt, final int count) {
		final Random random = new Random(Objects.hash(prompt.box(), prompt
			.clicks()));
		final List<Prompt> copies = new ArrayList<>();
		for (int i = 0; i < count; i++)
			copies.add(copy(prompt, random));
		return copies;
	}

	private Prompt copy(final Prompt prompt, final Random random) {
		Prompt copy = Prompt.empty();
		if (prompt.box().isPresent()) copy = copy.with(jittered(prompt.box().get(),
			random));
		for (final Click click : prompt.clicks())
			copy = copy.with(jittered(click, random));
		return prompt.hint().isPresent() ? copy.with(prompt.hint().get()) : copy;
	}

	private Box jittered(final Box box, final Random random) {
		// NB: a box that only touches the image can be off it after its move.
		return box.noisy(BOX, random::nextDouble).clippedTo(Box.of(frame.minX(),
			frame.minY(), frame.width(), frame.height())).orElse(box);
	}

	private Click jittered(final Click click, final Random random) {
		for (int i = 0; i < TRIALS; i++) {
			final double x = click.x() + within(CLICK * mask.width(), random);
			final double y = click.y() + within(CLICK * mask.height(), random);
			final Click moved = click.isForeground() ? Click.foreground(x, y) : Click
				.background(x, y);
			if (frame.contains(x, y) && mask.contains((int) x, (int) y) == click
				.isForeground()) return moved;
		}
		return click;
	}

	private static double within(final double reach, final Random random) {
		return reach * (2 * random.nextDouble() - 1);
	}
}
