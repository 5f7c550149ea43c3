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
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The mask decoder's answers to a batch of prompts: for each prompt the
 * single-mask output and three multimask outputs, as logits at a quarter of the
 * network's resolution, and the predicted IoU of each.
 */
public final class MaskProposals {

	/** Height and width of the logits. */
	public static final int SIDE = 4 * PromptEncoder.SIDE;

	/**
	 * Outputs a prompt: 0 is the single-mask output, the others are multimask.
	 */
	public static final int OUTPUTS = MaskDecoder.MASKS;

	/** The logit of what is far from a prompt, as the network has it there. */
	private static final float BACKGROUND = -10;

	/** Where each pixel in quad order stands in the raster. */
	private static final int[] RASTER = Quads.raster(PromptEncoder.SIDE);

	private final Generation generation;
	private final float[] logits;
	private final float[] ious;
	private final float[] routing;
	private final OptionalInt pluginOutput;

	private MaskProposals(final Generation generation, final float[] logits,
		final float[] ious, final float[] routing, final OptionalInt pluginOutput)
	{
		this.generation = generation;
		this.logits = logits;
		this.ious = ious;
		this.routing = routing;
		this.pluginOutput = pluginOutput;
	}

	/**
	 * @param logits [B, slices, OUTPUTS, SIDE * SIDE / slices], in {@link Quads}
	 * @param ious [B, OUTPUTS]
	 * @param routing [B], or empty without a plugin
	 * @param generation of the network
	 */
	static MaskProposals of(final float[] logits, final float[] ious,
		final int slices, final float[] routing, final Generation generation)
	{
		final float largest = generation.largestLogit();
		final float[] raster = new float[logits.length];
		final int slice = RASTER.length / slices;
		for (int from = 0; from < logits.length; from += slice) {
			final int output = from / slice % OUTPUTS;
			final int part = from / slice / OUTPUTS % slices;
			final int prompt = from / slice / OUTPUTS / slices;
			final int to = (prompt * OUTPUTS + output) * RASTER.length;
			for (int i = 0; i < slice; i++)
				raster[to + RASTER[part * slice + i]] = Math.max(-largest, Math.min(
					largest, logits[from + i]));
		}
		return new MaskProposals(generation, raster, ious, routing, OptionalInt
			.empty());
	}

	/**
	 * @param logits [B, OUTPUTS, K * 16], in {@link Quads}
	 * @param ious [B, OUTPUTS]
	 * @param tokens the K places of the token map that the logits are of; all
	 *          others are background
	 * @param generation of the network
	 */
	static MaskProposals in(final long[] tokens, final float[] logits,
		final float[] ious, final float[] routing, final Generation generation)
	{
		final float largest = generation.largestLogit();
		final int each = RASTER.length / (PromptEncoder.SIDE * PromptEncoder.SIDE);
		final float[] raster = new float[ious.length * RASTER.length];
		Arrays.fill(raster, BACKGROUND);
		for (int mask = 0; mask < ious.length; mask++)
			for (int i = 0; i < tokens.length * each; i++)
				raster[mask * RASTER.length + RASTER[(int) tokens[i / each] * each + i %
					each]] = Math.max(-largest, Math.min(largest, logits[mask *
						tokens.length * each + i]));
		return new MaskProposals(generation, raster, ious, routing, OptionalInt
			.empty());
	}

	MaskProposals withPluginOutput(final int output) {
		return new MaskProposals(generation, logits, ious, routing, OptionalInt.of(
			output));
	}

	/**
	 * @return whether the network's rule is to take the best multimask output
	 *         where the single-mask output is unstable (SAM 2)
	 */
	public boolean replacesUnstable() {
		return generation.replacesUnstable();
	}

	/** @return the output that a plugin was trained for, if one decoded */
	public OptionalInt pluginOutput() {
		return pluginOutput;
	}

	/**
	 * @param raster [SIDE * SIDE], row by row
	 * @return the same in the order in which the decoder makes logits
	 */
	public static float[] inLogitOrder(final float[] raster) {
		final float[] quads = new float[raster.length];
		for (int i = 0; i < quads.length; i++)
			quads[i] = raster[RASTER[i]];
		return quads;
	}

	/** @return the number of prompts */
	public int size() {
		return ious.length / OUTPUTS;
	}

	/** @return [SIDE * SIDE], row by row, in model coordinates */
	public float[] logits(final int prompt, final int output) {
		final int from = (prompt * OUTPUTS + output) * SIDE * SIDE;
		return Arrays.copyOfRange(logits, from, from + SIDE * SIDE);
	}

	/**
	 * @return an estimate of the IoU with the true mask; of some networks it can
	 *         be a bit below 0 or above 1
	 */
	public float predictedIou(final int prompt, final int output) {
		return ious[prompt * OUTPUTS + output];
	}

	/**
	 * @return how much of what was read of the image the plugin chose, from 0
	 *         (nothing: the prompt was good enough) to 1; absent without a plugin
	 */
	public OptionalDouble routingWeight(final int prompt) {
		return routing.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(
			routing[prompt]);
	}
}
