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
 * The mask decoder: the two-way transformer, upscaling of the image tokens, one
 * mask a mask token, and the predicted IoU of each (Segment Anything, appendix
 * A; SAM 2, appendix D.1).
 * <p>
 * Tokens have no order: the mask tokens come first here, so that their places
 * are the same in both generations.
 */
final class MaskDecoder {

	private static final int HEADS = 8;

	/** Mask tokens: the single-mask output, then the three multimask ones. */
	static final int MASKS = 4;

	/** Where the IoU token stands among the prompt tokens. */
	private static final int IOU_TOKEN = MASKS;

	private final Generation generation;
	private final TwoWayTransformer transformer;
	/** [1, T, C]: masks, IoU, and in SAM 2 object score */
	private final NDArray outputTokens;
	private final MaskUpscaling upscaling;
	private final HyperNetworks hyperNetworks;
	private final Mlp iouHead;
	private final TokenChoice everywhere;
	private final TorchOps ops;

	MaskDecoder(final Parameters p, final Generation generation,
		final TorchOps ops)
	{
		this.generation = generation;
		this.ops = ops;
		everywhere = TokenChoice.all(p.manager(), ops);
		final long c = p.shape("iou_token.weight")[1];
		final NDList tokens = new NDList(p.take("mask_tokens.weight", MASKS, c), p
			.take("iou_token.weight", 1, c));
		if (generation.scoresObjects()) tokens.add(p.take("obj_score_token.weight",
			1, c));
		outputTokens = NDArrays.concat(tokens).expandDims(0);
		transformer = new TwoWayTransformer(p.of("transformer"), HEADS, IOU_TOKEN +
			1, (int) outputTokens.getShape().get(1), ops);
		upscaling = new MaskUpscaling(p.of("output_upscaling"), c, ops);
		hyperNetworks = new HyperNetworks(p.of("output_hypernetworks_mlps"), MASKS,
			ops);
		iouHead = new Mlp(p.of("iou_prediction_head"), ops);
	}

	/** @return where the token of an output stands among the prompt tokens */
	static int maskToken(final int output) {
		return output;
	}

	/** @return C of all tokens */
	long channels() {
		return outputTokens.getShape().get(2);
	}

	MaskUpscaling upscaling() {
		return upscaling;
	}

	/** @see TwoWayTransformer#shared */
	SharedTokens shared(final NDArray values, final NDArray positions) {
		return transformer.shared(values, positions, everywhere);
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
		return new NDList(upscaling.everywhere(classifiers(out), out.subNDList(1),
			embedding.highResolution()), predictedIou(out));
	}

	/** @return [B, MASKS] of what the transformer made */
	private NDArray predictedIou(final NDList out) {
		final NDArray iou = iouHead.forward(out.get(0).get(":, " + IOU_TOKEN));
		return generation.boundsIou() ? Activation.sigmoid(iou) : iou;
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
		return upscaling.at(places, classifiers(out), out.subNDList(1), embedding
			.highResolution());
	}

	/**
	 * @return prompt tokens [B, IOU_TOKEN + 1, C], then image tokens, [L, C] a
	 *         prompt
	 */
	private NDList transform(final ImageEmbedding embedding, final NDArray sparse,
		final Optional<NDArray> dense, final ImageReading reading)
	{
		final NDArray tokens = tokens(sparse);
		final ImageTokens image = dense.map(d -> masked(embedding, d)).orElseGet(
			embedding::withoutMask);
		return masks(transformer.forward(tokens, image, embedding.positions(),
			reading), reading, everywhere);
	}

	private static NDList masks(final NDList out, final ImageReading reading,
		final TokenChoice choice)
	{
		final NDList changed = new NDList(out.get(0));
		changed.addAll(reading.masks(out.get(0), out.subNDList(1), choice));
		return changed;
	}

	/** @return [B, MASKS, C / 8] of what {@link #transform} made */
	private NDArray classifiers(final NDList out) {
		return hyperNetworks.forward(out.get(0).get(":, :" + MASKS));
	}

	/**
	 * {@link #forward} for a part of the image; the rest is looked at less
	 * closely.
	 *
	 * @param dense embedding of the mask of all prompts [1, 64 * 64, C], if any
	 * @return mask logits [B, MASKS, n] and predicted IoU [B, MASKS], owned by
	 *         sparse's manager
	 */
	NDList forwardIn(final MaskRegion region, final ImageEmbedding embedding,
		final NDArray sparse, final Optional<NDArray> dense,
		final ImageReading reading)
	{
		final TokenChoice choice = TokenChoice.of(region, sparse.getManager(), ops);
		final NDArray positions = choice.of(embedding.positions(), 0);
		final ImageTokens image = dense.<ImageTokens> map(d -> transformer.shared(
			choice.of(d.squeeze(0).add(embedding.tokens()), 0), positions, choice))
			.orElseGet(() -> embedding.withoutMask().some(choice));
		final NDList out = masks(transformer.forward(tokens(sparse), image,
			positions, reading), reading, choice);
		return new NDList(upscaling.in(region, classifiers(out), out.subNDList(1),
			embedding.highResolution()), predictedIou(out));
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
		return transformer.own(each(values), each(keys), everywhere);
	}

	private static NDList each(final NDArray batch) {
		final NDList list = new NDList();
		for (long b = 0; b < batch.getShape().get(0); b++)
			list.add(batch.get(b));
		return list;
	}
}
