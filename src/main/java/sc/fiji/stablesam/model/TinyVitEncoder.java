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

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;

import sc.fiji.stablesam.Progress;

/**
 * TinyViT, the image encoder of MobileSAM (Wu et al., TinyViT, ECCV 2022; Zhang
 * et al., MobileSAM, 2023): two strided convolutions, a stage of
 * {@link MbConv}s, three of {@link TinyVitBlock}s, of which the last stays at
 * the resolution of the one before, and SAM's {@link VitNeck}.
 */
final class TinyVitEncoder implements ImageEncoder {

	private static final int STEM_KERNEL = 3;

	private final ConvNorm stem1;
	private final ConvNorm stem2;
	private final List<MbConv> convolutions = new ArrayList<>();
	/** {@link #merges} has what leads to each. */
	private final List<List<TinyVitBlock>> stages = new ArrayList<>();
	private final List<PatchMerging> merges = new ArrayList<>();
	private final VitNeck neck;

	TinyVitEncoder(final Parameters p, final TinyVitConfig config,
		final TorchOps ops)
	{
		final Parameters stem = p.of("patch_embed.seq");
		stem1 = ConvNorm.of(stem.of(0), 3, STEM_KERNEL, 2);
		stem2 = ConvNorm.of(stem.of(2), stem1.channels(), STEM_KERNEL, 2);
		final Parameters layers = p.of("layers");
		long c = stem2.channels();
		for (int i = 0; i < config.depth(0); i++)
			convolutions.add(new MbConv(layers.of(0).of("blocks").of(i), c));
		for (int stage = 1; stage < TinyVitConfig.STAGES; stage++) {
			final boolean isLast = stage == TinyVitConfig.STAGES - 1;
			final PatchMerging merge = new PatchMerging(layers.of(stage - 1).of(
				"downsample"), c, isLast ? 1 : 2);
			merges.add(merge);
			c = merge.channels();
			final List<TinyVitBlock> blocks = new ArrayList<>();
			for (int i = 0; i < config.depth(stage); i++)
				blocks.add(new TinyVitBlock(layers.of(stage).of("blocks").of(i), config
					.heads(stage), config.window(stage), ops));
			stages.add(blocks);
		}
		neck = new VitNeck(p.of("neck"), c);
		// The classifier that the encoder was first trained with.
	}

	@Override
	public NDList forward(final NDArray image, final Progress progress) {
		try (Scope scope = Scope.in(image.getManager())) {
			NDArray x = convolved(scope.enter(image), progress);
			for (int i = 0; i < stages.size(); i++) {
				x = next(x, merges.get(i).forward(i == 0 ? x : TokenMap.map(x)));
				for (final TinyVitBlock block : stages.get(i)) {
					progress.checkCancelled();
					x = next(x, block.forward(x));
				}
			}
			return new NDList(scope.leave(neck.forward(x)));
		}
	}

	/** @return [1, C, 256, 256] */
	private NDArray convolved(final NDArray image, final Progress progress) {
		try (Scope scope = Scope.in(image.getManager())) {
			NDArray x = stem2.forward(Activation.gelu(stem1.forward(scope.enter(
				image))));
			for (final MbConv convolution : convolutions) {
				progress.checkCancelled();
				x = next(x, convolution.forward(x));
			}
			return scope.leave(x);
		}
	}

	/** @return y; x, which is large, is not needed any more */
	private static NDArray next(final NDArray x, final NDArray y) {
		x.close();
		return y;
	}
}
