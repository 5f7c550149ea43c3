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
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

class LovaszHingeTest {

	private static final float[] ALONE = { 1, 1, 1, 1 };

	private static double loss(final float[] logits, final float[] truth,
		final float[] weights)
	{
		try (NDManager manager = manager()) {
			final Shape shape = new Shape(logits.length / 4, 4);
			return LovaszHinge.loss(manager.create(logits, shape), manager.create(
				truth, shape), manager.create(weights, shape)).sum().getFloat();
		}
	}

	private static NDManager manager() {
		return NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch");
	}

	@Test
	void nothingIsLostWithAMarginOfOne() {
		assertEquals(0, loss(new float[] { 1, 7, -1, -9 }, new float[] { 1, 1, 0,
			0 }, ALONE), 1e-6);
	}

	/** Errors 4 (added), 2 (missed): first 1/3 more, then 2/3 - 1/3. */
	@Test
	void byHand() {
		final float[] logits = { -1, 7, 3, -9 };
		final float[] truth = { 1, 1, 0, 0 };
		assertEquals(4 / 3.0 + 2 / 3.0, loss(logits, truth, ALONE), 1e-6);
	}

	/** NB: At logits of 0, where all errors are 1, it is the loss of all. */
	@Test
	void anEmptyMaskLosesAll() {
		assertEquals(1, loss(new float[4], new float[] { 1, 1, 0, 0 }, ALONE),
			1e-6);
	}

	@Test
	void slopesPointTowardsTheObject() {
		try (NDManager manager = manager();
				GradientCollector collector = Engine.getEngine("PyTorch")
					.newGradientCollector())
		{
			final NDArray logits = manager.create(new float[] { -1, 7, 3, -9 },
				new Shape(1, 4));
			logits.setRequiresGradient(true);
			final NDArray truth = manager.create(new float[] { 1, 1, 0, 0 },
				new Shape(1, 4));
			collector.backward(LovaszHinge.loss(logits, truth, truth.onesLike())
				.sum());
			assertArrayEquals(new float[] { -1 / 3f, 0, 1 / 3f, 0 }, logits
				.getGradient().toFloatArray(), 1e-6f);
		}
	}

	/** The last two cells are alike, and one stands for both. */
	@Test
	void aCellStandsForOthers() {
		assertEquals(loss(new float[] { 2, 0.5f, 3, 3 }, new float[] { 1, 1, 0, 0 },
			ALONE), loss(new float[] { 2, 0.5f, 3, 9 }, new float[] { 1, 1, 0, 0 },
				new float[] { 1, 1, 2, 0 }), 1e-6);
	}

	@Test
	void aTinyObjectHasItsFullestCells() {
		assertEquals(0, loss(new float[] { 1, -1, -1, -1 }, new float[] { 0.3f,
			0.1f, 0, 0 }, ALONE), 1e-6);
	}

	@Test
	void eachRowIsByItself() {
		final float[] a = { -1, 7, 3, -9 };
		final float[] both = Arrays.copyOf(a, 8);
		final float[] truth = { 1, 1, 0, 0, 0, 0, 1, 1 };
		assertEquals(loss(a, Arrays.copyOf(truth, 4), ALONE) + loss(new float[4],
			Arrays.copyOfRange(truth, 4, 8), ALONE), loss(both, truth, new float[] {
				1, 1, 1, 1, 1, 1, 1, 1 }), 1e-6);
	}
}
