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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.model.ImageEmbedding;

class EmbeddingCacheTest {

	@TempDir
	Path folder;

	private GoldenTraining training;
	private EmbeddingCache cache;
	private String key;
	private int asked;

	@BeforeEach
	void load() throws IOException {
		training = new GoldenTraining(folder);
		cache = training.cache();
		key = cache.key(GoldenTraining.picture("a").image());
	}

	@AfterEach
	void close() {
		training.close();
	}

	private RandomAccessibleInterval<ARGBType> picture() {
		asked++;
		return GoldenTraining.picture("a").image();
	}

	private float[] tokens() {
		try (ImageEmbedding embedding = cache.open(key, this::picture,
			Progress.NONE))
		{
			return embedding.features().get("tokens").toFloatArray();
		}
	}

	@Test
	void aPictureIsEncodedOnce() {
		final float[] first = tokens();
		assertArrayEquals(first, tokens());
		assertEquals(1, asked);
	}

	@Test
	void damagedFilesAreMadeAgain() throws IOException {
		final float[] first = tokens();
		final byte[] whole = Files.readAllBytes(cache.file(key));
		Files.write(cache.file(key), Arrays.copyOf(whole, whole.length / 2));
		assertArrayEquals(first, tokens());
		whole[whole.length - 9] ^= 1;
		Files.write(cache.file(key), whole);
		assertArrayEquals(first, tokens());
		assertEquals(3, asked);
	}

	@Test
	void anotherPictureOrModelHasAnotherKey() {
		final RandomAccessibleInterval<ARGBType> other = GoldenTraining.picture("a")
			.image();
		assertEquals(key, cache.key(other));
		other.getAt(7, 9).set(0xff010203);
		assertNotEquals(key, cache.key(other));
		final EmbeddingCache fine = new EmbeddingCache(folder, training.network(),
			"fine");
		assertNotEquals(key, fine.key(GoldenTraining.picture("a").image()));
	}
}
