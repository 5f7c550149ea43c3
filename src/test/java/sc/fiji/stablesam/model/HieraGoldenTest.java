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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** SAM 2, with a small Hiera. */
class HieraGoldenTest extends GoldenContract {

	HieraGoldenTest() {
		super(GoldenCase.HIERA);
	}

	@Test
	void highResolutionFeatures() {
		try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
				TorchOps ops = TorchOps.load(manager))
		{
			final ImageEncoder encoder = SamConfig.of(weights()).encoder().encoder(
				Parameters.of(weights(), manager), ops);
			final NDArray picture = manager.create(golden().picture(network()),
				new Shape(1, 3, 1024, 1024));
			final NDList features = encoder.forward(new Normalisation(manager)
				.forward(picture, golden().frame(network())), Progress.NONE);
			assertArrayEquals(expected().get("high_res_1"), channelsFirst(features
				.get(1)), 2e-3f);
			final float[] finest = channelsFirst(features.get(2));
			final double mean = mean(finest, 1);
			assertEquals(expected().get("high_res_0_mean_std")[0], mean, 2e-4);
			assertEquals(expected().get("high_res_0_mean_std")[1], Math.sqrt(mean(
				finest, 2) - mean * mean), 2e-4);
		}
	}

	private static float[] channelsFirst(final NDArray tokens) {
		return tokens.transpose(0, 2, 1).toFloatArray();
	}

	private static double mean(final float[] values, final int power) {
		double sum = 0;
		for (final float value : values)
			sum += Math.pow(value, power);
		return sum / values.length;
	}

	@Test
	void missingBlockIsNamed() {
		final String name = "image_encoder.trunk.blocks.3.attn.proj.bias";
		final TensorSource rest = without(name);
		final StableSamException refusal = assertThrows(StableSamException.class,
			() -> Sam.load(rest, SamConfig.of(rest), Device.cpu(),
				Precision.FLOAT32));
		assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
	}
}
