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
import ai.djl.ndarray.index.NDIndex;
import sc.fiji.stablesam.Progress;

/**
 * Hiera, the hierarchical image encoder of SAM 2 (SAM 2, appendix D.1): patch
 * embedding, then four stages of {@link MultiScaleBlock}s, each stage at half
 * the resolution and twice the channels of the one before.
 * <p>
 * The blocks of the first stages never look beyond their windows. So the image
 * goes through them a few windows at a time: the big intermediate maps never
 * exist as a whole, and what there is stays in the processor's cache.
 */
final class HieraEncoder {

	/** Tokens a slice: enough to keep a processor busy, few enough to cache. */
	private static final int SLICE_TOKENS = 4096;

	private final PatchEmbedding patchEmbedding;
	private final List<MultiScaleBlock> local = new ArrayList<>();
	private final List<MultiScaleBlock> wide = new ArrayList<>();
	private final List<Integer> stageStarts = new ArrayList<>();
	private final int tile;
	private final int slice;

	HieraEncoder(final Parameters p, final HieraConfig config,
		final TorchOps ops)
	{
		tile = config.window(0);
		patchEmbedding = new PatchEmbedding(p, tile, ops);
		int stage = 0;
		int side = tile;
		for (int i = 0; p.has("blocks." + i + ".norm1.weight"); i++) {
			final Parameters block = p.of("blocks").of(i);
			final boolean pools = block.has("proj.weight");
			// NB: The first block of a stage still has the windows of the last one.
			final int window = config.isGlobal(i) ? 0 : config.window(stage);
			if (pools) {
				stage++;
				stageStarts.add(i);
			}
			final boolean isLocal = wide.isEmpty() && window == side;
			(isLocal ? local : wide).add(new MultiScaleBlock(block, window, config
				.heads() << stage, ops));
			if (pools) side /= 2;
		}
		slice = p.manager().getDevice().isGpu() ? Integer.MAX_VALUE : SLICE_TOKENS /
			(tile * tile);
	}

	/**
	 * @param image [1, 3, 1024, 1024], normalised
	 * @return the token maps [1, side * side, C] of the four stages, from fine to
	 *         coarse, owned by the image's manager
	 */
	NDList forward(final NDArray image, final Progress progress) {
		final NDList stages = new NDList();
		try (Scope scope = Scope.in(image.getManager())) {
			final NDArray windows = patchEmbedding.forward(scope.enter(image));
			NDArray x = forwardLocal(windows, stages, progress);
			for (int i = 0; i < wide.size(); i++) {
				progress.checkCancelled();
				if (endsStage(local.size() + i - 1)) stages.add(x);
				x = wide.get(i).forward(x, TokenMap.side(x));
			}
			stages.add(x);
			stages.forEach(scope::leave);
		}
		return stages;
	}

	private boolean endsStage(final int block) {
		return stageStarts.contains(block + 1);
	}

	/**
	 * @param windows [N, tile * tile, C]
	 * @param stages gets the maps of the stages that end here
	 * @return the map after the last local block
	 */
	private NDArray forwardLocal(final NDArray windows, final NDList stages,
		final Progress progress)
	{
		final List<NDList> outputs = new ArrayList<>();
		final long n = windows.getShape().get(0);
		for (long i = 0; i < n; i += slice) {
			progress.checkCancelled();
			final long end = Math.min(n, i + slice);
			outputs.add(forwardSlice(windows.get(new NDIndex().addSliceDim(i, end))));
		}
		NDArray last = null;
		for (int k = 0; k < outputs.get(0).size(); k++) {
			if (last != null) stages.add(last);
			last = joined(outputs, k);
		}
		return last;
	}

	/**
	 * @return the windows of each stage that ends, and those of the last block
	 */
	private NDList forwardSlice(final NDArray windows) {
		final NDList outputs = new NDList();
		int side = tile;
		NDArray x = windows;
		for (int i = 0; i < local.size(); i++) {
			final NDArray y = local.get(i).forward(x, side);
			if (i > 0 && endsStage(i - 1)) outputs.add(x);
			else x.close();
			x = y;
			if (local.get(i).pools()) side /= 2;
		}
		outputs.add(x);
		return outputs;
	}

	private NDArray joined(final List<NDList> outputs, final int k) {
		final NDList parts = new NDList();
		for (final NDList output : outputs)
			parts.add(output.get(k));
		final NDArray all = parts.size() == 1 ? parts.get(0)
			: ai.djl.ndarray.NDArrays.concat(parts, 0);
		final int window = TokenMap.side(all);
		return WindowGrid.of(PatchEmbedding.SIDE / tile * window, window).merge(
			all);
	}
}
