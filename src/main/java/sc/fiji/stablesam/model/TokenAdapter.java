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
 * What a plugin adds to prompt tokens (ours): a bottleneck adapter (Houlsby et
 * al., Parameter-efficient transfer learning, ICML 2019, section 2.1) of the
 * wanted mask token and of the prompt's own tokens. The tokens of IoU, object
 * score and the other masks stay as they are, as no loss would teach them.
 */
final class TokenAdapter {

	private final Linear down;
	private final Linear up;
	private final TorchOps ops;

	/**
	 * @param channels C of the prompt tokens
	 * @param width between the two layers
	 */
	TokenAdapter(final Parameters p, final long channels, final long width,
		final TorchOps ops)
	{
		this.ops = ops;
		down = Linear.of(p.of("down"), channels, width);
		up = Linear.of(p.of("up"), width, channels);
	}

	/**
	 * @param tokens prompt tokens [B, T, C]
	 * @param outputs how many of them are the decoder's own, the first ones
	 * @param output of the decoder that is wanted
	 * @return [B, T, C]
	 */
	NDArray forward(final NDArray tokens, final int outputs, final int output) {
		return tokens.add(ops.mlp(tokens, down, up).mul(adapted(tokens.getManager(),
			Math.toIntExact(tokens.getShape().get(1)), outputs, output)));
	}

	/** @return [T, 1], 1 for tokens that are adapted, otherwise 0 */
	private static NDArray adapted(final NDManager manager, final int tokens,
		final int outputs, final int output)
	{
		final float[] which = new float[tokens];
		for (int i = 0; i < which.length; i++)
			if (i == MaskDecoder.maskToken(output) || i >= outputs) which[i] = 1;
		return manager.create(which, new Shape(tokens, 1));
	}
}
