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
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * The first layer of Hiera: a 7x7 convolution with stride 4 that turns the
 * image into tokens, and the position embedding that is added to them.
 */
final class PatchEmbedding {

	private static final int KERNEL = 7;
	private static final int STRIDE = 4;

	/** Side of the token map. */
	static final int SIDE = SamConfig.IMAGE_SIZE / STRIDE;

	private final NDArray weight;
	private final NDArray bias;
	private final NDArray positions;
	private final int window;

	/** @param window side of the windows into which the tokens are arranged */
	PatchEmbedding(final Parameters p, final int window, final TorchOps ops) {
		this.window = window;
		final long dim = p.shape("patch_embed.proj.weight")[0];
		weight = p.take("patch_embed.proj.weight", dim, 3, KERNEL, KERNEL);
		bias = p.take("patch_embed.proj.bias", dim);
		try (Scope scope = Scope.in(p.manager())) {
			final Parameters temporary = p.in(scope.manager());
			positions = scope.leave(inWindows(p.has("pos_embed_tiled") ? tiled(
				temporary, dim) : composed(temporary, dim, ops)));
		}
	}

	/** The sum of both embeddings, as exported graphs hold it. */
	private static NDArray tiled(final Parameters p, final long dim) {
		return p.take("pos_embed_tiled", 1, SIDE, SIDE, dim).transpose(0, 3, 1, 2);
	}

	/** A coarse embedding of the whole image plus one that repeats by window. */
	private NDArray composed(final Parameters p, final long dim,
		final TorchOps ops)
	{
		final long side = p.shape("pos_embed")[2];
		final NDArray background = ops.bicubic(p.take("pos_embed", 1, dim, side,
			side), SIDE);
		final NDArray windows = p.take("pos_embed_window", 1, dim, window, window);
		return background.add(windows.tile(new long[] { 1, 1, SIDE / window, SIDE /
			window }));
	}

	/**
	 * @param image [1, 3, 1024, 1024], normalised
	 * @return [windows, window * window, C], owned by the image's manager
	 */
	NDArray forward(final NDArray image) {
		try (Scope scope = Scope.in(image.getManager())) {
			final NDArray map = Conv2d.conv2d(scope.enter(image), weight, bias,
				new Shape(STRIDE, STRIDE), new Shape(KERNEL / 2, KERNEL / 2), new Shape(
					1, 1), 1).singletonOrThrow();
			return scope.leave(inWindows(map).addi(positions));
		}
	}

	/** @param map [1, C, SIDE, SIDE] */
	private NDArray inWindows(final NDArray map) {
		final long c = map.getShape().get(1);
		final long n = SIDE / window;
		return map.reshape(c, n, window, n, window).transpose(1, 3, 2, 4, 0)
			.reshape(n * n, (long) window * window, c);
	}
}
