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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import ai.djl.Device;
import sc.fiji.stablesam.model.Precision;

class PrecisionChoiceTest {

	@ParameterizedTest
	@EnumSource
	void aCpuHasAlways32Bits(final PrecisionChoice choice) {
		assertEquals(Precision.FLOAT32, choice.on(Device.cpu()));
		final ComputeDevice device = ComputeDevice.of(DeviceChoice.CPU, choice);
		assertEquals("cpu", device.name());
		assertEquals("", device.precisionMark());
	}

	@ParameterizedTest
	@CsvSource({ "AUTO, FLOAT16", "FLOAT16, FLOAT16", "FLOAT32, FLOAT32" })
	void aGpuHas16UnlessToldOtherwise(final PrecisionChoice choice,
		final Precision expected)
	{
		assertEquals(expected, choice.on(Device.gpu()));
		assertEquals(Precision.FLOAT32, choice.on(Device.of("mps", 0)));
	}

	@Test
	void namesAreThoseThatPeopleWrite() {
		for (final PrecisionChoice choice : PrecisionChoice.values())
			assertEquals(choice, PrecisionChoice.parse(choice.toString()));
		assertTrue(assertThrows(IllegalArgumentException.class,
			() -> PrecisionChoice.parse("half")).getMessage().contains(
				"auto, float32, float16"));
	}
}
