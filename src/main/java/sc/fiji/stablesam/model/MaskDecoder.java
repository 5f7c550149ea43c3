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

import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * The mask decoder: the two-way transformer, upscaling of the image tokens with
 * the encoder's high-resolution features, one mask a mask token, and the
 * predicted IoU of each (Segment Anything, appendix A; SAM 2, appendix D.1).
 */
final class MaskDecoder {

	private static final int HEADS = 8;
	private static final float EPSILON = 1e-6f;

	/** Mask tokens: the single-mask output, then the three multimask ones. */
	static final int MASKS = 4;

	/** Tokens before the mask tokens: object score, IoU. */
	private static final int BEFORE_MASKS = 2;

	private final TwoWayTransformer transformer;
	/** [1, BEFORE_MASKS + MASKS, C]: object score, IoU, masks */
	private final NDArray outputTokens;
	private final Linear up1;
	private final LayerNorm upNorm;
	private final Linear up2;
	/** [in, out] */
	private final NDArray up1Weight;
	/** [in, out] */
	private final NDArray up2Weight;
	private final HyperNetworks hyperNetworks;
	private final Mlp iouHead;
	private final TorchOps ops;

	MaskDecoder(final Parameters p, final TorchOps ops) {
		this.ops = ops;
		transformer = new TwoWayTransformer(p.of("transformer"), HEADS, ops);
		final long c = p.shape("iou_token.weight")[1];
		outputTokens = NDArrays.concat(new NDList(p.take("obj_score_token.weight",
			1, c), p.take("iou_token.weight", 1, c), p.take("mask_tokens.weight",
				MASKS, c))).expandDims(0);
		final Parameters upscaling = p.of("output_upscaling");
		up1 = Quads.up(upscaling.of(0), c, c / 4);
		upNorm = LayerNorm.of(upscaling.of(1), c / 4, EPSILON);
		up2 = Quads.up(upscaling.of(3), c / 4, c / 8);
		up1Weight = up1.weight().transpose();
		up2Weight = up2.weight().transpose();
		hyperNetworks = new HyperNetworks(p.of("output_hypernetworks_mlps"), MASKS,
			ops);
		iouHead = new Mlp(p.of("iou_prediction_head"), ops);
		// The object score tells whether an object of a video is in the frame.
		p.skip("pred_obj_score_head");
	}

	/** @return where the token of an output stands among the prompt tokens */
	static int maskToken(final int output) {
		return BEFORE_MASKS + output;
	}

	/** @return C of all tokens */
	long channels() {
		return outputTokens.getShape().get(2);
	}

	/**
	 * Adds the upscaling's first bias to the high-resolution features, which are
	 * added to its result anyway, once an image instead of once a prompt.
	 *
	 * @param features [64 * 64 * 4, C / 4], in {@link Quads}
	 */
	NDArray prepareHighResolution1(final NDArray features) {
		return features.add(up1.bias().get(":" + features.getShape().get(1)));
	}

	/**
	 * Like {@link #prepareHighResolution1}, for the second.
	 *
	 * @param features [64 * 64 * 16, C / 8], in {@link Quads}
	 */
	NDArray prepareHighResolution0(final NDArray features) {
		return features.add(up2.bias().get(":" + features.getShape().get(1)));
	}

	/** @see TwoWayTransformer#shared */
	ImageTokens shared(final NDArray values, final NDArray positions) {
		return transformer.shared(values, positions);
	}

	/**
	 * @param sparse embeddings of the prompts' points [B, N, C]
	 * @param dense embeddings of the prompts' masks [B, 64 * 64, C], if any
	 * @param reading how the prompt tokens read the image
	 * @return mask logits, in {@link Quads}, in slices [B * S, MASKS, 64 * 64 *
	 *         16 / S], and predicted IoU [B, MASKS], owned by sparse's manager
	 */
	NDList forward(final ImageEmbedding embedding, final NDArray sparse,
		final Optional<NDArray> dense, final ImageReading reading)
	{
		final NDList out = transform(embedding, sparse, dense, reading);
		final NDArray iou = Activation.sigmoid(iouHead.forward(out.get(0).get(
			":, 1")));
		return new NDList(masks(embedding, out, classifiers(out)), iou);
	}

	/**
	 * Like {@link #forward}, at some places of the token map only and without
	 * predicted IoU.
	 *
	 * @param places [B, K] of type INT64, from 0 to 64 * 64 - 1
	 * @return mask logits, in {@link Quads}, [B, MASKS, K * 16]
	 */
	NDArray forwardAt(final NDArray places, final ImageEmbedding embedding,
		final NDArray sparse, final Optional<NDArray> dense,
		final ImageReading reading)
	{
		final NDList out = transform(embedding, sparse, dense, reading);
		return ops.run("upscale_some", classifiers(out), places, out.subNDList(1),
			up1Weight, embedding.highResolution1(), upNorm, up2Weight, embedding
				.highResolution0()).singletonOrThrow();
	}

	/** @return prompt tokens [B, T, C], then image tokens, [L, C] a prompt */
	private NDList transform(final ImageEmbedding embedding, final NDArray sparse,
		final Optional<NDArray> dense, final ImageReading reading)
	{
		final NDArray tokens = tokens(sparse);
		final ImageTokens image = dense.map(d -> masked(embedding, d)).orElse(
			embedding.withoutMask());
		return transformer.forward(tokens, image, embedding.positions(), reading);
	}

	/** @return [B, MASKS, C / 8] of what {@link #transform} made */
	private NDArray classifiers(final NDList out) {
		return hyperNetworks.forward(out.get(0).get(":, " + BEFORE_MASKS + ":" +
			(BEFORE_MASKS + MASKS)));
	}

	private NDArray masks(final ImageEmbedding embedding, final NDList out,
		final NDArray classifiers)
	{
		return ops.run("upscale", classifiers, out.subNDList(1), up1Weight,
			embedding.highResolution1(), upNorm, up2Weight, embedding
				.highResolution0()).singletonOrThrow();
	}

	/**
	 * {@link #forward} for one output and a part of the image.
	 *
	 * @param dense embedding of the mask of all prompts [1, 64 * 64, C], if any
	 * @return mask logits [B, 1, n], owned by sparse's manager
	 */
	NDArray sample(final ImageEmbedding embedding, final NDArray sparse,
		final Optional<NDArray> dense, final ImageReading reading,
		final MaskRegion region)
	{
		final ImageTokens image = dense.map(d -> shared(d.squeeze(0).add(embedding
			.tokens()), embedding.positions())).orElse(embedding.withoutMask());
		final NDList out = transformer.forward(tokens(sparse), image, embedding
			.positions(), reading, region);
		final NDArray classifiers = hyperNetworks.forward(out.remove(0), region
			.output());
		try (Scope scope = Scope.in(sparse.getManager())) {
			final NDArray which = scope.manager().create(region.tokens());
			final int logits = region.logitsAQuarter();
			final long c = up2Weight.getShape().get(1) / Quads.QUARTERS;
			final NDArray fine1 = rows(scope.enter(embedding.highResolution1()),
				which).reshape(-1, up2Weight.getShape().get(0));
			final NDArray fine0 = rows(scope.enter(embedding.highResolution0()),
				which).get(":, :, :" + logits).reshape(-1, c);
			return ops.run("sample", classifiers, out, up1Weight, fine1, upNorm, scope
				.enter(up2Weight).get(":, :" + logits * c), fine0).singletonOrThrow();
		}
	}

	/** @return high-resolution features of some tokens [n, 4, ..] */
	private NDArray rows(final NDArray features, final NDArray which) {
		final long side = PromptEncoder.SIDE;
		return ops.run("rows", features.reshape(side * side, Quads.QUARTERS, -1,
			features.getShape().get(1)), which).singletonOrThrow();
	}

	private NDArray tokens(final NDArray sparse) {
		final long b = sparse.getShape().get(0);
		return sparse.getManager().zeros(new Shape(b, 1, 1)).add(outputTokens)
			.concat(sparse, 1);
	}

	private ImageTokens masked(final ImageEmbedding embedding,
		final NDArray dense)
	{
		final NDArray values = dense.add(embedding.tokens());
		final NDArray keys = values.add(embedding.positions());
		return transformer.own(each(values), each(keys));
	}

	private static NDList each(final NDArray batch) {
		final NDList list = new NDList();
		for (long b = 0; b < batch.getShape().get(0); b++)
			list.add(batch.get(b));
		return list;
	}
}
