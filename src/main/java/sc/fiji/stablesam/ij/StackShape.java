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

package sc.fiji.stablesam.ij;

import java.util.Optional;

import ij.ImagePlus;

/**
 * How many channels, slices and frames an image has, in ImageJ's order, and
 * which plane was current.
 */
final class StackShape {

	private final int channels;
	private final int slices;
	private final int frames;
	private final PlanePosition current;
	private final boolean mixed;

	private StackShape(final int[] sizes, final PlanePosition current,
		final boolean mixed)
	{
		this.channels = sizes[0];
		this.slices = sizes[1];
		this.frames = sizes[2];
		this.current = current;
		this.mixed = mixed;
	}

	static StackShape of(final ImagePlus imp) {
		final int[] sizes = { imp.getNChannels(), imp.getNSlices(), imp
			.getNFrames() };
		final int[] position = imp.convertIndexToPosition(imp.getCurrentSlice());
		return new StackShape(sizes, PlanePosition.of(position[0], position[1],
			position[2]), ChannelLooks.isMixed(imp));
	}

	int channels() {
		return channels;
	}

	int slices() {
		return slices;
	}

	int frames() {
		return frames;
	}

	/** @return the number of planes in the stack */
	int size() {
		return channels * slices * frames;
	}

	/** @return the current plane, channel included */
	PlanePosition current() {
		return current;
	}

	/** @return whether all channels are shown at once */
	boolean isMixed() {
		return mixed;
	}

	/** @return whether ImageJ gives ROIs C/Z/T positions here */
	boolean isHyperstack() {
		final int many = (channels > 1 ? 1 : 0) + (slices > 1 ? 1 : 0) + (frames > 1
			? 1 : 0);
		return many > 1;
	}

	/** @return the number of a plane in the stack, from 1 */
	int index(final int channel, final int slice, final int frame) {
		return channel + channels * (slice - 1 + slices * (frame - 1));
	}

	/** @return where the plane with this number, from 1, lies */
	PlanePosition positionOf(final int index) {
		final int i = index - 1;
		return PlanePosition.of(1 + i % channels, 1 + i / channels % slices, 1 + i /
			channels / slices);
	}

	/**
	 * @param asked 0 stands for the current one; where the image has only one
	 *          channel, slice or frame, any number means that one
	 * @return the plane that shows it, its channel 0 if all are mixed
	 */
	PlanePosition plane(final PlanePosition asked) {
		problem(asked).ifPresent(problem -> {
			throw new IllegalArgumentException("The position " + problem + ".");
		});
		final int channel = mixed ? 0 : pick(asked.channel(), channels, current
			.channel());
		return PlanePosition.of(channel, pick(asked.slice(), slices, current
			.slice()), pick(asked.frame(), frames, current.frame()));
	}

	/** @return what is wrong with a position, as the rest of a sentence */
	Optional<String> problem(final PlanePosition asked) {
		if (channels > 1 && asked.channel() > channels) return beyond("channel",
			asked.channel(), channels);
		if (slices > 1 && asked.slice() > slices) return beyond("slice", asked
			.slice(), slices);
		if (frames > 1 && asked.frame() > frames) return beyond("frame", asked
			.frame(), frames);
		return Optional.empty();
	}

	private static Optional<String> beyond(final String what, final int n,
		final int size)
	{
		return Optional.of("lies on " + what + " " + n + ", but the image has " +
			size);
	}

	private static int pick(final int asked, final int size, final int now) {
		return size == 1 ? 1 : asked == 0 ? now : asked;
	}
}
