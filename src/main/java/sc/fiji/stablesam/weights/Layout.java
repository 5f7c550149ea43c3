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

package sc.fiji.stablesam.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * How a stored tensor's elements have to be rearranged to become the one
 * wanted.
 */
enum Layout {

		/** Same elements in the same order; extents of one may come and go. */
		SAME {

			@Override
			boolean fits(final long[] stored, final long[] wanted) {
				return Arrays.equals(withoutOnes(stored), withoutOnes(wanted));
			}

			@Override
			ByteBuffer apply(final ByteBuffer stored, final long[] shape) {
				return stored;
			}
		},

		/** A matrix with rows and columns exchanged. */
		TRANSPOSED {

			@Override
			boolean fits(final long[] stored, final long[] wanted) {
				return stored.length == 2 && wanted.length == 2 &&
					stored[0] == wanted[1] && stored[1] == wanted[0];
			}

			@Override
			ByteBuffer apply(final ByteBuffer stored, final long[] shape) {
				return transposed(stored, (int) shape[0], (int) shape[1]);
			}
		},

		/** Stored as [1, C, H, W], wanted as [1, H, W, C]. */
		CHANNELS_LAST {

			@Override
			boolean fits(final long[] stored, final long[] wanted) {
				return stored.length == 4 && stored[0] == 1 && Arrays.equals(wanted,
					new long[] { 1, stored[2], stored[3], stored[1] });
			}

			@Override
			ByteBuffer apply(final ByteBuffer stored, final long[] shape) {
				return transposed(stored, (int) shape[1], (int) (shape[2] * shape[3]));
			}
		};

	/** @return whether a tensor of one shape can become one of another */
	abstract boolean fits(long[] stored, long[] wanted);

	/**
	 * @param stored little-endian floats
	 * @param shape of the stored tensor, which {@link #fits}
	 * @return the elements in the wanted order; may be the same buffer
	 */
	abstract ByteBuffer apply(ByteBuffer stored, long[] shape);

	private static long[] withoutOnes(final long[] shape) {
		return Arrays.stream(shape).filter(extent -> extent != 1).toArray();
	}

	private static ByteBuffer transposed(final ByteBuffer matrix, final int rows,
		final int columns)
	{
		final FloatBuffer from = matrix.asFloatBuffer();
		final float[] to = new float[rows * columns];
		final float[] row = new float[columns];
		for (int y = 0; y < rows; y++) {
			from.get(row);
			for (int x = 0; x < columns; x++)
				to[x * rows + y] = row[x];
		}
		final ByteBuffer result = ByteBuffer.allocateDirect(to.length * Float.BYTES)
			.order(ByteOrder.LITTLE_ENDIAN);
		result.asFloatBuffer().put(to);
		return result;
	}
}
