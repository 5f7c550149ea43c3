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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what training needs of pictures that were read once. Not safe for use
 * by several threads at once.
 */
final class PictureShelf {

	private final EmbeddingCache cache;
	private final double repainted;
	private final Map<String, TrainingPicture> pictures = new HashMap<>();

	/** @param repainted share of the close-ups that are painted anew */
	PictureShelf(final EmbeddingCache cache, final double repainted) {
		this.cache = cache;
		this.repainted = repainted;
	}

	/** @throws sc.fiji.stablesam.StableSamException if it cannot be read */
	TrainingPicture get(final AnnotatedSet set, final int index) {
		return pictures.computeIfAbsent(System.identityHashCode(set) + "/" + index,
			name -> TrainingPicture.of(() -> set.read(index), cache));
	}

	/**
	 * @param number tells apart close-ups of one set; they are spread over its
	 *          pictures
	 */
	TrainingPicture closeUp(final AnnotatedSet set, final int number) {
		return pictures.computeIfAbsent(System.identityHashCode(set) +
			"/close-up " + number, name -> TrainingPicture.of(() -> CloseUpView.draw(
				set.read(picture(set, number)), number, repainted), cache));
	}

	/** @return the index of the picture that a close-up is one of */
	private static int picture(final AnnotatedSet set, final int number) {
		return Math.floorMod(number * 7919, set.size());
	}

	/**
	 * @param closeUps how many there are
	 * @return all pictures of a set, and its close-ups that are not painted anew
	 */
	List<TrainingPicture> asTheyAre(final AnnotatedSet set, final int closeUps) {
		final List<TrainingPicture> all = new ArrayList<>();
		for (int i = 0; i < set.size(); i++)
			all.add(get(set, i));
		for (int number = 0; number < closeUps && set.size() > 0; number++)
			if (!CloseUpView.isRepainted(set.read(picture(set, number)), number,
				repainted)) all.add(closeUp(set, number));
		return all;
	}
}
