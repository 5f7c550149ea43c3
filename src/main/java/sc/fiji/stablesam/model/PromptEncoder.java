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

import java.nio.FloatBuffer;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * Encodes points, boxes (as two points) and masks (Segment Anything, appendix
 * A, "Prompt encoder").
 */
final class PromptEncoder {

	private static final float EPSILON = 1e-6f;
	private static final int LABELS = PromptBatch.Label.values().length;

	/** Side of the token map. */
	static final int SIDE = SamConfig.IMAGE_SIZE / SamConfig.STRIDE;

	private final Generation generation;
	private final PositionEncoding positions;
	/** [1 + LABELS, C]: no point, then one row a label */
	private final NDArray labelEmbeddings;
	private final NDArray noMask;
	private final Linear down1;
	private final LayerNorm norm1;
	private final Linear down2;
	private final LayerNorm norm2;
	private final Linear widen;

	PromptEncoder(final Parameters p, final Generation generation) {
		this.generation = generation;
		positions = new PositionEncoding(p.of("pe_layer"));
		final long c = positions.channels();
		final NDList rows = new NDList(p.take("not_a_point_embed.weight", 1, c));
		for (int i = 0; i < LABELS; i++)
			rows.add(p.take("point_embeddings." + i + ".weight", 1, c));
		labelEmbeddings = ai.djl.ndarray.NDArrays.concat(rows);
		noMask = p.take("no_mask_embed.weight", 1, c);
		final Parameters masks = p.of("mask_downscaling");
		final long c1 = masks.shape("0.weight")[0];
		final long c2 = masks.shape("3.weight")[0];
		down1 = Quads.down(masks.of(0), 1, c1);
		norm1 = LayerNorm.of(masks.of(1), c1, EPSILON);
		down2 = Quads.down(masks.of(3), c1, c2);
		norm2 = LayerNorm.of(masks.of(4), c2, EPSILON);
		widen = Linear.ofPointwise(masks.of(6), c2, c);
	}

	/** @return [1, C], what stands for the mask of a prompt without one */
	NDArray noMask() {
		return noMask;
	}

	/** @return [64 * 64, C], owned by the manager */
	NDArray mapPositions(final NDManager manager) {
		try (Scope scope = Scope.in(manager)) {
			return scope.leave(positions.encodeMap(scope.manager(), SIDE));
		}
	}

	/**
	 * @return sparse embeddings [B, N + 1, C]: the points', then one that says
	 *         that there are no more; or [B, N, C] without that; owned by the
	 *         manager
	 */
	NDArray points(final PromptBatch batch, final NDManager manager) {
		final int n = batch.points() + (isPadded(batch) ? 1 : 0);
		if (n == 0) return manager.zeros(new Shape(batch.size(), 0, positions
			.channels()));
		final float[] xy = new float[batch.size() * n * 2];
		final float[] isPoint = new float[batch.size() * n];
		final float[] labels = new float[batch.size() * n * (1 + LABELS)];
		for (int i = 0; i < batch.size() * n; i++) {
			final boolean padding = i % n == batch.points();
			isPoint[i] = padding ? 0 : 1;
			labels[i * (1 + LABELS) + (padding ? 0 : 1 + batch.label(i / n, i % n)
				.ordinal())] = 1;
			if (padding) continue;
			final float[] point = batch.point(i / n, i % n);
			xy[2 * i] = (point[0] + 0.5f) / SamConfig.IMAGE_SIZE;
			xy[2 * i + 1] = (point[1] + 0.5f) / SamConfig.IMAGE_SIZE;
		}
		final Shape shape = new Shape(batch.size(), n);
		final NDArray where = positions.encode(manager.create(xy, shape.add(2)));
		final NDArray what = manager.create(labels, shape.add(1 + LABELS)).matMul(
			labelEmbeddings);
		return where.mul(manager.create(isPoint, shape.add(1))).add(what);
	}

	private boolean isPadded(final PromptBatch batch) {
		return generation.padsBoxes() || batch.points() > 0 && !batch.hasBoxes();
	}

	/** @return dense embeddings [M, 64 * 64, C] of the masks, if there are any */
	Optional<NDArray> masks(final PromptBatch batch, final NDManager manager) {
		final int count = batch.masks().size();
		if (count == 0) return Optional.empty();
		final int side = 4 * SIDE;
		final FloatBuffer logits = FloatBuffer.allocate(count * side * side);
		batch.masks().forEach(logits::put);
		logits.flip();
		final NDArray map = NativeCopy.of(logits, new Shape(count, (long) side *
			side, 1), manager);
		final NDArray quads = Quads.twice(map, SIDE).reshape(count, 4L * SIDE *
			SIDE, 4);
		final NDArray half = Activation.gelu(norm1.forward(down1.forward(quads)));
		final NDArray quarter = Activation.gelu(norm2.forward(down2.forward(half
			.reshape(count, (long) SIDE * SIDE, -1))));
		return Optional.of(widen.forward(quarter));
	}
}
