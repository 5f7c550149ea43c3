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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Random Fourier features of positions in the image (Segment Anything, appendix
 * A, "Prompt encoder").
 */
final class PositionEncoding {

	/** [2, C / 2] */
	private final NDArray frequencies;

	PositionEncoding(final Parameters p) {
		final String name = "positional_encoding_gaussian_matrix";
		frequencies = p.take(name, 2, p.shape(name)[1]);
	}

	/** @return C */
	long channels() {
		return 2 * frequencies.getShape().get(1);
	}

	/**
	 * @param points [..., 2], (x, y) from 0 to 1 over the image
	 * @return [..., C]
	 */
	NDArray encode(final NDArray points) {
		final NDArray phase = points.mul(2).sub(1).matMul(frequencies).mul(2 *
			(float) Math.PI);
		return phase.sin().concat(phase.cos(), -1);
	}

	/** @return [side * side, C], the encodings of a map's token centres */
	NDArray encodeMap(final NDManager manager, final int side) {
		final float[] centres = new float[2 * side * side];
		for (int i = 0; i < side * side; i++) {
			centres[2 * i] = (i % side + 0.5f) / side;
			centres[2 * i + 1] = (i / side + 0.5f) / side;
		}
		return encode(manager.create(centres, new Shape((long) side * side, 2)));
	}
}
