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

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.stablesam.StableSamException;

/**
 * Reads the planes of an image without touching it. Planes in memory are held,
 * so that they outlive the image's window; planes of a virtual stack are read
 * when asked for.
 */
final class PlaneReader {

	private final String title;
	private final int width;
	private final int height;
	private final Object[] planes;
	private final ImageStack virtual;

	private PlaneReader(final ImagePlus imp, final Object[] planes,
		final ImageStack virtual)
	{
		this.title = imp.getTitle();
		this.width = imp.getWidth();
		this.height = imp.getHeight();
		this.planes = planes;
		this.virtual = virtual;
	}

	static PlaneReader of(final ImagePlus imp) {
		if (imp.getStackSize() == 1) {
			final Object pixels = imp.getProcessor().getPixels();
			return new PlaneReader(imp, new Object[] { pixels }, null);
		}
		final ImageStack stack = imp.getImageStack();
		if (stack.isVirtual()) return new PlaneReader(imp, null, stack);
		// NB: the stack's own array is emptied when the image is closed.
		final Object[] planes = new Object[stack.getSize()];
		for (int i = 0; i < planes.length; i++)
			planes[i] = stack.getPixels(i + 1);
		return new PlaneReader(imp, planes, null);
	}

	boolean isVirtual() {
		return virtual != null;
	}

	/**
	 * @param index from 1
	 * @return the plane, whose pixels must not be written to
	 */
	ImageProcessor read(final int index) {
		return virtual == null ? wrap(planes[index - 1]) : readVirtual(index);
	}

	private ImageProcessor readVirtual(final int index) {
		try {
			final ImageProcessor ip = virtual.getProcessor(index);
			if (ip != null && ip.getPixels() != null) return ip;
		}
		catch (final RuntimeException e) {
			throw unreadable(index, e);
		}
		throw unreadable(index, null);
	}

	private StableSamException unreadable(final int index,
		final RuntimeException cause)
	{
		return new StableSamException("Plane " + index + " of '" + title +
			"' cannot be read; check that its files are still there and keep the image open until the end.",
			cause);
	}

	private ImageProcessor wrap(final Object pixels) {
		if (pixels instanceof byte[]) return new ByteProcessor(width, height,
			(byte[]) pixels, null);
		if (pixels instanceof short[]) return new ShortProcessor(width, height,
			(short[]) pixels, null);
		if (pixels instanceof float[]) return new FloatProcessor(width, height,
			(float[]) pixels, null);
		if (pixels instanceof int[]) return new ColorProcessor(width, height,
			(int[]) pixels);
		throw new StableSamException("'" + title +
			"' has pixels of an unknown type; convert it to 8-bit, 16-bit, 32-bit or RGB first.");
	}
}
