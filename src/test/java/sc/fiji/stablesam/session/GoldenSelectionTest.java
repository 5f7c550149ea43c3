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
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.GoldenCase;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Compares the single-mask output, and masks at image size, with the
 * publishers' code. With the reference weights SAM 2's is always unstable, so
 * that this is about the fallback; SAM's own is taken as it is.
 */
class GoldenSelectionTest {

	private static final Map<GoldenCase, Sam> NETWORKS = new EnumMap<>(
		GoldenCase.class);
	private static final Map<GoldenCase, ImageEmbedding> EMBEDDINGS =
		new EnumMap<>(GoldenCase.class);

	@BeforeAll
	static void encode() throws IOException {
		for (final GoldenCase golden : GoldenCase.values()) {
			NETWORKS.put(golden, golden.network());
			EMBEDDINGS.put(golden, golden.encode(NETWORKS.get(golden)));
		}
	}

	@AfterAll
	static void close() {
		EMBEDDINGS.values().forEach(ImageEmbedding::close);
		NETWORKS.values().forEach(Sam::close);
	}

	static Stream<Arguments> all() {
		return Stream.of(GoldenCase.values()).flatMap(golden -> Stream.of("box",
			"point", "points", "box_neg", "point_mask").map(prompt -> Arguments.of(
				golden, prompt)));
	}

	private static MaskProposals decode(final GoldenCase golden,
		final String prompt)
	{
		final Sam network = NETWORKS.get(golden);
		final ImageEmbedding embedding = EMBEDDINGS.get(golden);
		return network.decode(embedding, GoldenCase.batch(prompt, network,
			embedding));
	}

	@ParameterizedTest
	@MethodSource("all")
	void singleOutput(final GoldenCase golden, final String prompt)
		throws IOException
	{
		final MaskProposals found = decode(golden, prompt);
		final int output = MaskSelection.of(MaskChoice.SINGLE).choose(found, 0,
			Prompt.empty());
		assertEquals(golden.expected(prompt + ".iou_single")[0], found.predictedIou(
			0, output), 1e-4f);
		final float[] logits = found.logits(0, output);
		if (prompt.equals("box")) assertArrayEquals(golden.expected(
			"box.low_res_single"), logits, 2e-4f);
		else assertArrayEquals(golden.expected(prompt + ".low_res_single_every4"),
			GoldenCase.everyFourth(logits), 2e-4f);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "HIERA")
	void maskAtImageSize(final GoldenCase golden) throws IOException {
		final ImageFrame frame = golden.frame(NETWORKS.get(golden));
		final Mask mask = new LogitMasks(frame.withSide(MaskProposals.SIDE)).mask(
			decode(golden, "box"), 0, 1);
		final int row = (int) frame.height() / 2;
		final float[] logits = golden.expected(
			"box.logits_full_resolution_mask0_row_" + row);
		assertEquals(frame.width(), logits.length);
		int inside = 0;
		for (int x = 0; x < logits.length; x++) {
			if (Math.abs(logits[x]) < 2e-4f) continue;
			assertEquals(logits[x] > 0, mask.contains(x, row), "at " + x);
			if (logits[x] > 0) inside++;
		}
		assertEquals(true, inside > 0 && inside < logits.length);
	}
}
