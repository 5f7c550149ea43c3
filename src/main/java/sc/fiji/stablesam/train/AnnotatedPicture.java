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

package sc.fiji.stablesam.train;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.mask.Mask;

/**
 * A picture and the true masks of its objects. Immutable, if nobody writes to
 * the picture; safe to use from any thread.
 */
public final class AnnotatedPicture {

	/** Objects of fewer pixels are left out: nobody can judge their outline. */
	public static final int SMALLEST = 20;

	private final String name;
	private final RandomAccessibleInterval<ARGBType> image;
	private final List<Mask> objects;

	private AnnotatedPicture(final String name,
		final RandomAccessibleInterval<ARGBType> image, final List<Mask> objects)
	{
		this.name = name;
		this.image = image;
		this.objects = objects;
	}

	/**
	 * @param name tells the picture from others of its set, and decides together
	 *          with a seed which prompts are drawn
	 * @param image [x, y] from (0, 0), contrast already applied; it is not copied
	 *          and must not change any more
	 * @param objects in image coordinates; those of fewer than {@link #SMALLEST}
	 *          pixels are left out
	 * @throws IllegalArgumentException if the image does not begin at (0, 0) or
	 *           an object reaches beyond it
	 */
	public static AnnotatedPicture of(final String name,
		final RandomAccessibleInterval<ARGBType> image, final List<Mask> objects)
	{
		if (image.min(0) != 0 || image.min(1) != 0)
			throw new IllegalArgumentException(
				"An annotated image begins at (0, 0), not at (" + image.min(0) + ", " +
					image.min(1) + ").");
		for (final Mask object : objects)
			if (!isInside(object, image)) throw new IllegalArgumentException("The " +
				object + " reaches beyond '" + name + "'.");
		return new AnnotatedPicture(Objects.requireNonNull(name), image, objects
			.stream().filter(object -> object.area() >= SMALLEST).collect(Collectors
				.toUnmodifiableList()));
	}

	private static boolean isInside(final Mask object,
		final RandomAccessibleInterval<ARGBType> image)
	{
		return object.minX() >= 0 && object.minY() >= 0 && object.minX() + object
			.width() <= image.dimension(0) && object.minY() + object.height() <= image
				.dimension(1);
	}

	public String name() {
		return name;
	}

	/** @return [x, y] from (0, 0); it must not be written to */
	public RandomAccessibleInterval<ARGBType> image() {
		return image;
	}

	/** @return the width in pixels */
	public int width() {
		return (int) image.dimension(0);
	}

	/** @return the height in pixels */
	public int height() {
		return (int) image.dimension(1);
	}

	/** @return the true masks, in a fixed order; there may be none */
	public List<Mask> objects() {
		return objects;
	}

	@Override
	public String toString() {
		return "picture '" + name + "' of " + width() + " x " + height() +
			" pixels with " + objects.size() + " objects";
	}
}
