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

import java.util.Objects;

/**
 * A position in a hyperstack, counted from 1 as ImageJ does; 0 means any.
 * <p>
 * As the position of a plane, channel 0 means that all channels are mixed, as
 * ImageJ shows a composite image.
 */
public final class PlanePosition {

	/** Any channel, slice and frame. */
	public static final PlanePosition ANY = new PlanePosition(0, 0, 0);

	private final int channel;
	private final int slice;
	private final int frame;

	private PlanePosition(final int channel, final int slice, final int frame) {
		this.channel = channel;
		this.slice = slice;
		this.frame = frame;
	}

	/** @throws IllegalArgumentException if a number is negative */
	public static PlanePosition of(final int channel, final int slice,
		final int frame)
	{
		if (channel < 0 || slice < 0 || frame < 0)
			throw new IllegalArgumentException("A position is not negative: " +
				channel + ", " + slice + ", " + frame + ".");
		return new PlanePosition(channel, slice, frame);
	}

	public int channel() {
		return channel;
	}

	public int slice() {
		return slice;
	}

	public int frame() {
		return frame;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof PlanePosition)) return false;
		final PlanePosition p = (PlanePosition) o;
		return channel == p.channel && slice == p.slice && frame == p.frame;
	}

	@Override
	public int hashCode() {
		return Objects.hash(channel, slice, frame);
	}

	@Override
	public String toString() {
		return "channel " + channel + ", slice " + slice + ", frame " + frame;
	}
}
