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

import java.util.function.Supplier;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ConstantUtils;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;

/**
 * What stays of an annotated picture in memory while it is learnt from again
 * and again: its objects and the key of its embedding, but no pixels.
 * Immutable.
 */
final class TrainingPicture {

	private final AnnotatedPicture blank;
	private final EmbeddingCache cache;
	private final String key;
	private final Supplier<AnnotatedPicture> whole;

	private TrainingPicture(final AnnotatedPicture blank,
		final EmbeddingCache cache, final String key,
		final Supplier<AnnotatedPicture> whole)
	{
		this.blank = blank;
		this.cache = cache;
		this.key = key;
		this.whole = whole;
	}

	/** @param whole reads the picture, now and whenever it must be encoded */
	static TrainingPicture of(final Supplier<AnnotatedPicture> whole,
		final EmbeddingCache cache)
	{
		final AnnotatedPicture picture = whole.get();
		final RandomAccessibleInterval<ARGBType> nothing = ConstantUtils
			.constantRandomAccessibleInterval(new ARGBType(), picture.image());
		return new TrainingPicture(AnnotatedPicture.of(picture.name(), nothing,
			picture.objects()), cache, cache.key(picture.image()), whole);
	}

	/** @return the same picture without its pixels */
	AnnotatedPicture blank() {
		return blank;
	}

	/** @return the picture's embedding, to be closed by the caller */
	ImageEmbedding open(final Progress progress) {
		return cache.open(key, () -> whole.get().image(), cancelling(progress));
	}

	/** @return [C] of its embedding */
	float[] meanToken(final Progress progress) {
		try (ImageEmbedding embedding = open(progress)) {
			return embedding.meanToken();
		}
	}

	/** NB: What is said about one of hundreds of pictures is of no use. */
	private static Progress cancelling(final Progress progress) {
		return new Progress() {

			@Override
			public void report(final String task, final double fraction) {}

			@Override
			public boolean isCancelled() {
				return progress.isCancelled();
			}
		};
	}

	/** @return of the image in the network's picture */
	ImageFrame frame() {
		return cache.frame(blank.width(), blank.height());
	}

	/** @return [SIDE * SIDE] of an object, row by row, shares from 0 to 1 */
	float[] truth(final int object) {
		return TrueLogits.of(blank.objects().get(object), frame().withSide(
			MaskProposals.SIDE));
	}
}
