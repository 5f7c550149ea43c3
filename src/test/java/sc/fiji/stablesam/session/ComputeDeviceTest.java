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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import ai.djl.Device;
import sc.fiji.stablesam.StableSamException;

public class ComputeDeviceTest {

	@Test
	public void cpuNeedsNoExcuse() {
		final ComputeDevice device = ComputeDevice.of(DeviceChoice.CPU,
			PrecisionChoice.AUTO);
		assertEquals("cpu", device.name());
		assertFalse(device.whyNoGpu().isPresent());
	}

	@Test
	public void missingGpuIsOneSentence() {
		assumeFalse(hasGpu(), "there is a GPU");
		final String message = assertThrows(StableSamException.class,
			() -> ComputeDevice.of(DeviceChoice.GPU, PrecisionChoice.AUTO))
			.getMessage();
		assertTrue(message.contains("GPU") && message.contains("'cpu'"), message);
		assertOneLine(message);
	}

	@Test
	public void automaticChoiceSaysWhyThereIsNoGpu() {
		assumeFalse(hasGpu(), "there is a GPU");
		final ComputeDevice device = ComputeDevice.of(DeviceChoice.AUTO,
			PrecisionChoice.AUTO);
		assertEquals("cpu", device.name());
		assertEquals(Device.cpu(), device.device());
		assertOneLine(device.whyNoGpu().get());
	}

	@Test
	public void gpuIsTakenWhereThereIsOne() {
		assumeTrue(hasGpu(), "there is no GPU");
		for (final DeviceChoice choice : new DeviceChoice[] { DeviceChoice.AUTO,
			DeviceChoice.GPU })
		{
			final ComputeDevice device = ComputeDevice.of(choice,
				PrecisionChoice.AUTO);
			assertTrue(device.name().startsWith("gpu ("), device.name());
			assertFalse(device.whyNoGpu().isPresent());
		}
	}

	private static boolean hasGpu() {
		return PyTorchEngine.start().getGpuCount() > 0 || "aarch64".equals(System
			.getProperty("os.arch")) && System.getProperty("os.name").startsWith(
				"Mac");
	}

	private static void assertOneLine(final String message) {
		assertFalse(message.contains("\n"), message);
		assertTrue(message.endsWith("."), message);
	}
}
