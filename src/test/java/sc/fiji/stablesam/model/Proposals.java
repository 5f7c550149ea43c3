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

/** Decoder's answers, as tests of other packages want them. */
public final class Proposals {

	private static final int PIXELS = MaskProposals.SIDE * MaskProposals.SIDE;

	private Proposals() {}

	/**
	 * @param logits [outputs][side * side] for one prompt, row by row
	 * @param ious of the outputs
	 */
	public static MaskProposals of(final float[][] logits, final float... ious) {
		return of(Generation.SAM_2, logits, ious);
	}

	/** @return the same, as SAM's first generation gives it */
	public static MaskProposals ofSam(final float[][] logits,
		final float... ious)
	{
		return of(Generation.SAM_1, logits, ious);
	}

	private static MaskProposals of(final Generation generation,
		final float[][] logits, final float[] ious)
	{
		final int[] raster = Quads.raster(PromptEncoder.SIDE);
		final float[] quads = new float[ious.length * PIXELS];
		for (int i = 0; i < quads.length; i++)
			quads[i] = logits[i / PIXELS][raster[i % PIXELS]];
		return MaskProposals.of(quads, ious, 1, new float[0], generation);
	}

	/** @return the same, as a plugin that is for this output gives it */
	public static MaskProposals ofPlugin(final MaskProposals proposals,
		final int output)
	{
		return proposals.withPluginOutput(output);
	}
}
