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

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

import sc.fiji.stablesam.image.ColorTable;
import sc.fiji.stablesam.image.Contrast;

/** How ImageJ shows the channels of an image: colours and display ranges. */
final class ChannelLooks {

	private final List<ColorTable> colors;
	private final List<Contrast> ranges;
	private final boolean[] hidden;

	private ChannelLooks(final List<ColorTable> colors,
		final List<Contrast> ranges, final boolean[] hidden)
	{
		this.colors = Collections.unmodifiableList(colors);
		this.ranges = Collections.unmodifiableList(ranges);
		this.hidden = hidden;
	}

	/** @param imp not an RGB image */
	static ChannelLooks of(final ImagePlus imp) {
		final int channels = imp.getNChannels();
		final List<ColorTable> colors = new ArrayList<>();
		final List<Contrast> ranges = new ArrayList<>();
		if (imp.isComposite()) {
			final boolean grey = imp.getCompositeMode() == IJ.GRAYSCALE;
			for (final LUT lut : imp.getLuts()) {
				colors.add(grey ? ColorTable.grey() : table(lut));
				ranges.add(range(lut.min, lut.max));
			}
		}
		else {
			final ImageProcessor ip = imp.getProcessor();
			final ColorTable table = table(ip.getLut());
			final Contrast range = range(ip.getMin(), ip.getMax());
			colors.addAll(Collections.nCopies(channels, table));
			ranges.addAll(Collections.nCopies(channels, range));
		}
		return new ChannelLooks(colors, ranges, hidden(imp));
	}

	/** @return whether the image shows all its channels at once */
	static boolean isMixed(final ImagePlus imp) {
		return imp.isComposite() && imp.getNChannels() > 1 && imp
			.getCompositeMode() == IJ.COMPOSITE;
	}

	/** @param channel from 1 */
	ColorTable colors(final int channel) {
		return colors.get(channel - 1);
	}

	/** @param channel from 1 */
	Contrast range(final int channel) {
		return ranges.get(channel - 1);
	}

	/** @return whether the person has switched the channel, from 1, off */
	boolean isHidden(final int channel) {
		return channel <= hidden.length && hidden[channel - 1];
	}

	private static boolean[] hidden(final ImagePlus imp) {
		if (!isMixed(imp)) return new boolean[0];
		final boolean[] active = ((CompositeImage) imp).getActiveChannels();
		final boolean[] hidden = new boolean[active.length];
		for (int i = 0; i < active.length; i++)
			hidden[i] = !active[i];
		return hidden;
	}

	private static Contrast range(final double min, final double max) {
		if (Double.isFinite(min) && Double.isFinite(max) && min <= max)
			return Contrast.of(min, max);
		return Contrast.of(0, 0);
	}

	private static ColorTable table(final IndexColorModel lut) {
		final int[] argb = new int[256];
		for (int i = 0; i < 256; i++)
			argb[i] = lut.getRGB(Math.min(i, lut.getMapSize() - 1));
		return ColorTable.of(argb);
	}
}
