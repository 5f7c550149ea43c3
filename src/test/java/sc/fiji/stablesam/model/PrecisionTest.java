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

package sc.fiji.stablesam.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Encoders of less precision, against those of 32 bits. */
class PrecisionTest {

	@ParameterizedTest
	@CsvSource({ "HIERA, FLOAT16, 0.005", "VIT, FLOAT16, 0.005",
		"TINY_VIT, FLOAT16, 0.005" })
	void encodesAlmostTheSame(final GoldenCase golden, final Precision precision,
		final double tolerance) throws IOException
	{
		final TensorSource weights = golden.weights();
		try (Sam full = golden.network();
				Sam narrow = Sam.load(weights, SamConfig.of(weights), Device.cpu(),
					precision);
				ImageEmbedding expected = golden.encode(full);
				ImageEmbedding found = golden.encode(narrow))
		{
			assertEquals(expected.features().keySet(), found.features().keySet());
			for (final Map.Entry<String, NDArray> feature : found.features()
				.entrySet())
			{
				assertEquals(DataType.FLOAT32, feature.getValue().getDataType());
				final double off = relative(expected.features().get(feature.getKey()),
					feature.getValue());
				assertTrue(off > 1e-6 && off < tolerance, feature.getKey() +
					" is off by " + off);
			}
			final float[] mask = full.decode(expected, GoldenCase.batch("box", full,
				expected)).logits(0, 0);
			final float[] other = narrow.decode(found, GoldenCase.batch("box", narrow,
				found)).logits(0, 0);
			int same = 0;
			for (int i = 0; i < mask.length; i++)
				if (mask[i] > 0 == other[i] > 0) same++;
			assertTrue(same > 0.97 * mask.length, same + " of " + mask.length);
		}
	}

	/** @return root mean square of the differences, in that of the numbers */
	private static double relative(final NDArray expected, final NDArray found) {
		final float[] a = expected.toFloatArray();
		final float[] b = found.toFloatArray();
		double squares = 0;
		double differences = 0;
		for (int i = 0; i < a.length; i++) {
			squares += (double) a[i] * a[i];
			differences += (double) (a[i] - b[i]) * (a[i] - b[i]);
		}
		return Math.sqrt(differences / squares);
	}
}
