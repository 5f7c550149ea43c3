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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A named set of annotated pictures, which are read when they are asked for and
 * not kept. Immutable; as safe to use from several threads as its reader is.
 */
public final class AnnotatedSet {

	private final String name;
	private final List<String> pictures;
	private final Function<String, AnnotatedPicture> reader;

	private AnnotatedSet(final String name, final List<String> pictures,
		final Function<String, AnnotatedPicture> reader)
	{
		this.name = name;
		this.pictures = pictures;
		this.reader = reader;
	}

	/**
	 * @param pictures their names, no two the same
	 * @param reader gives the picture of a name; may throw a
	 *          {@link sc.fiji.stablesam.StableSamException} for pictures that
	 *          cannot be read
	 */
	public static AnnotatedSet of(final String name, final List<String> pictures,
		final Function<String, AnnotatedPicture> reader)
	{
		return new AnnotatedSet(Objects.requireNonNull(name), List.copyOf(pictures),
			Objects.requireNonNull(reader));
	}

	public String name() {
		return name;
	}

	/** @return the number of pictures */
	public int size() {
		return pictures.size();
	}

	/** @return the names of the pictures, in a fixed order */
	public List<String> pictures() {
		return pictures;
	}

	/**
	 * Reads a picture anew.
	 *
	 * @param index from 0
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be read
	 */
	public AnnotatedPicture read(final int index) {
		return reader.apply(pictures.get(index));
	}

	/**
	 * Draws some of the pictures. With one seed, fewer pictures are a part of
	 * more.
	 *
	 * @return this set if it has no more pictures than that, else one of so many,
	 *         in the same order
	 * @throws IllegalArgumentException unless {@code count} is positive
	 */
	public AnnotatedSet sample(final int count, final long seed) {
		if (count < 1) throw new IllegalArgumentException(
			"At least one picture is wanted, not " + count + ".");
		if (count >= size()) return this;
		final SplittableRandom random = Draws.random(seed, "pictures of " + name);
		final List<String> some = new ArrayList<>();
		for (final int index : Draws.some(size(), count, random))
			some.add(pictures.get(index));
		return new AnnotatedSet(name, Collections.unmodifiableList(some), reader);
	}

	@Override
	public String toString() {
		return "set '" + name + "' of " + size() + " pictures";
	}
}
