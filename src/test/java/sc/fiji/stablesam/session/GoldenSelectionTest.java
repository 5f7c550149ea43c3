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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.Device;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.model.GoldenCase;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Sam2;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Compares the single-mask output with the publisher's code. With the reference
 * weights it is always unstable, so that this is about the fallback.
 */
class GoldenSelectionTest {

	private static Sam2 network;
	private static ImageEmbedding embedding;

	@BeforeAll
	static void encode() throws IOException {
		network = Sam2.load(GoldenCase.weights(), GoldenCase.CONFIG, Device.cpu());
		embedding = network.encode(GoldenCase.picture(), Progress.NONE);
	}

	@AfterAll
	static void close() {
		embedding.close();
		network.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "box", "point", "points", "box_neg", "point_mask" })
	void singleOutput(final String prompt) throws IOException {
		final MaskProposals found = network.decode(embedding, GoldenCase.batch(
			prompt, network, embedding));
		final int output = MaskSelection.choose(found, 0, MaskChoice.SINGLE, Prompt
			.empty());
		assertEquals(GoldenCase.expected(prompt + ".iou_single")[0], found
			.predictedIou(0, output), 1e-4f);
		final float[] logits = found.logits(0, output);
		if (prompt.equals("box")) assertArrayEquals(GoldenCase.expected(
			"box.low_res_single"), logits, 2e-4f);
		else assertArrayEquals(GoldenCase.expected(prompt +
			".low_res_single_every4"), GoldenCase.everyFourth(logits), 2e-4f);
	}
}
