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

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The offset network of the deformable sampling plugin (Fan et al., Stable
 * Segment Anything Model, ICLR 2025, "Deformable Sampling Plugin"): 1x1
 * convolution, 5x5 depth-wise convolution, norm over the channels, GELU, 1x1
 * convolution. It tells for each place of the token map from where attention
 * reads and how strongly, both compared with the mean over the map (ours): a
 * shift of everything says nothing about a prompt, but is what noisy gradients
 * learn first. So the last convolution needs no bias. Before the upscaling it
 * also tells what to add to the token there, in the same way (ours): where an
 * image feature is wrong, none of its neighbours need be right. The channels W
 * between the convolutions are the tokens' C or fewer, for the plugin to sit in
 * several places with as many weights (ours).
 * <p>
 * Where gradients are wanted, the depth-wise convolution is done as the sum of
 * one 3 and one 2 columns wide, whose gradients take a third of the time.
 */
final class DeformableSampling {

	/** Side of the depth-wise convolution. */
	static final int KERNEL = 5;

	/** dx, dy, amplitude logit */
	private static final int MOVES = 3;

	private static final float EPSILON = 1e-6f;

	private final Linear pointwise;
	/** [W, 1, KERNEL, KERNEL] */
	private final NDArray depthwise;
	/** [W] */
	private final NDArray depthwiseBias;
	private final LayerNorm norm;
	/** [outputs, W] */
	private final NDArray out;
	/** [outputs], by which the outputs are multiplied */
	private final NDArray reach;
	private final TorchOps ops;

	/**
	 * @param channels C of the image tokens
	 * @param width W
	 */
	DeformableSampling(final Parameters p, final long channels,
		final PluginPlace place, final PluginConfig config, final TorchOps ops)
	{
		this.ops = ops;
		final long width = config.width(place, channels);
		pointwise = Linear.of(p.of("pointwise"), channels, width);
		depthwise = p.take("depthwise.weight", width, 1, KERNEL, KERNEL);
		depthwiseBias = p.take("depthwise.bias", width);
		norm = LayerNorm.of(p.of("norm"), width, EPSILON);
		final long outputs = outputs(place, channels);
		out = p.take("out.weight", outputs, width);
		reach = p.manager().create(reach(config, Math.toIntExact(outputs)));
	}

	/** @return how many numbers it tells for each place of the token map */
	static long outputs(final PluginPlace place, final long channels) {
		return place == PluginPlace.UPSCALING ? MOVES + channels : MOVES;
	}

	private static float[] reach(final PluginConfig config, final int outputs) {
		final float[] reach = new float[outputs];
		Arrays.fill(reach, 1);
		reach[0] = (float) config.offsetScale();
		reach[1] = (float) config.offsetScale();
		reach[2] = (float) config.amplitudeScale();
		return reach;
	}

	/**
	 * @param keys image tokens with positions, [K, C] each
	 * @param places [side, side, 2], the coordinates of the token map's places
	 * @param choice the places that the keys are of
	 * @return for each [K, 3] or [K, 3 + C]: dx and dy in places, logit of half
	 *         the amplitude, and what to add; owned by the keys' managers
	 */
	NDList forward(final NDList keys, final NDArray places,
		final TokenChoice choice)
	{
		final NDList samplings = new NDList();
		for (final NDArray image : keys)
			samplings.add(ops.run("sampling", image, places, choice, pointwise,
				depthwise, depthwiseBias, norm, out, reach).singletonOrThrow());
		return samplings;
	}
}
