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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

class MaskLossTest {

	private static double loss(final MaskLoss loss, final float[] logits,
		final float[] truth)
	{
		final float[] ones = new float[truth.length];
		Arrays.fill(ones, 1);
		return loss(loss, logits, truth, ones);
	}

	private static double loss(final MaskLoss loss, final float[] logits,
		final float[] truth, final float[] weights)
	{
		try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(),
			"PyTorch"))
		{
			final Shape shape = new Shape(logits.length / 4, 4);
			final NDArray sum = loss.sum(manager.create(logits, shape), manager
				.create(truth, shape), manager.create(weights, shape));
			return sum.getFloat();
		}
	}

	@Test
	void diceByHand() {
		final double p = 1 / (1 + Math.exp(-1));
		final double expected = 1 - (2 * (p + 0.5 * 0.5) + 1) / (p + 1.5 + 1.5 + 1);
		assertEquals(expected, loss(new MaskLoss(1, 0, 0), new float[] { 1, 0, 0,
			0 }, new float[] { 1, 0.5f, 0, 0 }), 1e-6);
	}

	@Test
	void entropyByHand() {
		final double cells = Math.log(1 + Math.exp(-2)) + 2 * Math.log(2) + Math
			.log(1 + Math.exp(3));
		final double found = 1 / (1 + Math.exp(-2)) + 1 + 1 / (1 + Math.exp(-3));
		assertEquals(cells / (1 + found + 1), loss(new MaskLoss(0, 1, 0),
			new float[] { 2, 0, 0, 3 }, new float[] { 1, 0, 0, 0 }), 1e-6);
	}

	/** The paper of the hinge: its own test has more. */
	@Test
	void theHingeCounts() {
		assertEquals(2, loss(new MaskLoss(0, 0, 2), new float[4], new float[] { 1,
			1, 0, 0 }), 1e-6);
	}

	@Test
	void aBatchIsTheSum() {
		final MaskLoss loss = new MaskLoss(2, 3, 0);
		final float[] a = { 1, -1, 4, 0 };
		final float[] b = { -9, 2, 0, 1 };
		final float[] truth = { 1, 0, 0, 1 };
		assertEquals(loss(loss, a, truth) + loss(loss, b, truth), loss(loss,
			new float[] { 1, -1, 4, 0, -9, 2, 0, 1 }, new float[] { 1, 0, 0, 1, 1, 0,
				0, 1 }), 1e-5);
	}

	/** The last two cells are alike, and one stands for both. */
	@Test
	void aCellStandsForOthers() {
		final MaskLoss loss = new MaskLoss(1, 1, 0);
		assertEquals(loss(loss, new float[] { 2, 1, -1, -1 }, new float[] { 1, 0,
			0.5f, 0.5f }), loss(loss, new float[] { 2, 1, -1, 9 }, new float[] { 1, 0,
				0.5f, 1 }, new float[] { 1, 1, 2, 0 }), 1e-6);
	}

	@Test
	void extremeLogitsStayNumbers() {
		assertEquals(0, loss(new MaskLoss(1, 1, 0), new float[] { 500, -500, -500,
			500 }, new float[] { 1, 0, 0, 1 }), 1e-6);
	}

	/**
	 * Gradients come a while after the loss, and garbage may be freed between.
	 */
	@Test
	void gradientsOutliveWhatTheJvmFrees() {
		final float[] expected = gradients(() -> {});
		assertTrue(expected[0] != 0 && expected[3] != 0, Arrays.toString(expected));
		assertArrayEquals(expected, gradients(MaskLossTest::overwriteGarbage));
	}

	private static float[] gradients(final Executable between) {
		final Shape shape = new Shape(1, 4);
		try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(),
			"PyTorch");
				GradientCollector collector = Engine.getEngine("PyTorch")
					.newGradientCollector())
		{
			final NDArray logits = manager.create(new float[] { 2, -1, 0.5f, -3 },
				shape);
			logits.setRequiresGradient(true);
			final NDArray sum = new MaskLoss(2, 3, 4).sum(logits, manager.create(
				new float[] { 1, 1, 0, 0 }, shape), manager.ones(shape));
			assertDoesNotThrow(between);
			collector.backward(sum);
			return logits.getGradient().toFloatArray();
		}
	}

	private static void overwriteGarbage() throws InterruptedException {
		final List<ByteBuffer> written = new ArrayList<>();
		for (int round = 0; round < 5; round++) {
			System.gc();
			Thread.sleep(50);
			for (int i = 0; i < 1000; i++)
				written.add(ByteBuffer.allocateDirect(Float.BYTES).putFloat(0,
					Float.NaN));
		}
	}
}
