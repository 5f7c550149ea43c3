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

import java.nio.file.Path;

import ij.ImagePlus;

/** Opens and saves image files without windows and dialogs. */
public final class ImageFiles {

	private ImageFiles() {}

	/**
	 * @param file TIFF (also stacks and hyperstacks), PNG, JPEG, GIF, BMP...
	 * @throws sc.fiji.stablesam.StableSamException if it is not there or is not
	 *           an image
	 */
	public static SourceImage open(final Path file) {
		return SourceImage.of(openImage(file));
	}

	/**
	 * @param file TIFF (also stacks and hyperstacks), PNG, JPEG, GIF, BMP...
	 * @throws sc.fiji.stablesam.StableSamException if it is not there or is not
	 *           an image
	 */
	public static ImagePlus openImage(final Path file) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Saves an image as TIFF; a file of that name is replaced at once, when the
	 * new one is complete.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be written
	 */
	public static void saveTiff(final ImagePlus imp, final Path file) {
		throw new UnsupportedOperationException();
	}
}
