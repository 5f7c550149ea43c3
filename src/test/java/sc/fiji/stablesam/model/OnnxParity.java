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
import java.util.List;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OrtException;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;

/**
 * The largest differences between the networks and their {@link OnnxOracle}.
 */
final class OnnxParity {

	private static final int PIXELS = MaskProposals.SIDE * MaskProposals.SIDE;

	private final Sam network;
	private final TensorSource weights;
	private final OnnxOracle oracle;
	double features;
	double logits;
	double ious;
	double maskIou;
	int masks;

	OnnxParity(final Sam network, final TensorSource weights,
		final OnnxOracle oracle)
	{
		this.network = network;
		this.weights = weights;
		this.oracle = oracle;
	}

	/** @param picture [3, 1024, 1024] from 0 to 1 */
	void compare(final FloatBuffer picture, final int prompts, final long seed)
		throws OrtException
	{
		oracle.encode(OnnxOracle.normalised(picture));
		compareFeatures(picture);
		try (ImageEmbedding embedding = network.encode(picture, ImageFrame
			.stretched(1024, 1024, 1024), Progress.NONE))
		{
			final float[] mask = network.decode(embedding, new RandomPrompts(seed)
				.next(1, null).get(0)).logits(0, 1);
			for (final PromptBatch prompt : new RandomPrompts(seed).next(prompts,
				mask))
				compare(network.decode(embedding, prompt), oracle.decode(prompt));
		}
	}

	/** Three outputs of the encoder, relative to their standard deviations. */
	private void compareFeatures(final FloatBuffer picture) {
		try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
				TorchOps ops = TorchOps.load(manager))
		{
			final NDArray normalised = new Normalisation(manager).forward(manager
				.create(picture.duplicate(), new Shape(1, 3, 1024, 1024)), ImageFrame
					.stretched(1024, 1024, 1024));
			final NDList found = SamConfig.of(weights).encoder().encoder(Parameters
				.of(weights, manager), ops).forward(normalised, Progress.NONE);
			final List<String> names = List.of("image_embed", "high_res_feats_1",
				"high_res_feats_0");
			for (int i = 0; i < names.size(); i++) {
				final NDArray channelsFirst = found.get(i).transpose(0, 2, 1);
				features = Math.max(features, relative(channelsFirst.toFloatArray(),
					oracle.feature(names.get(i))));
			}
		}
	}

	private static double relative(final float[] found, final float[] expected) {
		double worst = 0;
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < expected.length; i++) {
			worst = Math.max(worst, Math.abs(found[i] - expected[i]));
			sum += expected[i];
			squares += (double) expected[i] * expected[i];
		}
		final double mean = sum / expected.length;
		return worst / Math.sqrt(squares / expected.length - mean * mean);
	}

	private void compare(final MaskProposals found,
		final OnnxOracle.VariantAnswer expected)
	{
		for (int output = 1; output < MaskProposals.OUTPUTS; output++) {
			final float[] own = found.logits(0, output);
			int both = 0;
			int either = 0;
			for (int i = 0; i < PIXELS; i++) {
				final float other = expected.logit(output, i);
				logits = Math.max(logits, Math.abs(own[i] - other));
				if (own[i] > 0 && other > 0) both++;
				if (own[i] > 0 || other > 0) either++;
			}
			ious = Math.max(ious, Math.abs(found.predictedIou(0, output) - expected
				.iou(output)));
			maskIou += either == 0 ? 1 : (double) both / either;
			masks++;
		}
	}

	@Override
	public String toString() {
		return String.format(
			"features within %.1e of their deviation, logits within %.1e, predicted IoU within %.1e, mean IoU of %d masks %.6f",
			features, logits, ious, masks, maskIou / masks);
	}
}
