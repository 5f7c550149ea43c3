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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by which users, macros and scripts choose a mask and a device. */
public class ChoiceNamesTest {

	@ParameterizedTest
	@EnumSource
	public void maskChoiceAndBack(final MaskChoice choice) {
		assertEquals(choice, MaskChoice.parse(choice.toString()));
	}

	@ParameterizedTest
	@EnumSource
	public void deviceChoiceAndBack(final DeviceChoice choice) {
		assertEquals(choice, DeviceChoice.parse(choice.toString()));
	}

	@Test
	public void namesAreInLowerCaseAndReadInAny() {
		assertEquals("auto", MaskChoice.AUTO.toString());
		assertEquals("gpu", DeviceChoice.GPU.toString());
		assertEquals(MaskChoice.BEST, MaskChoice.parse("BEST"));
		assertEquals(DeviceChoice.CPU, DeviceChoice.parse("Cpu"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "bets", " auto", "multi" })
	public void unknownMaskChoiceIsNamedWithTheKnown(final String name) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> MaskChoice.parse(name)).getMessage();
		assertTrue(message.contains("'" + name + "'"), message);
		assertTrue(message.contains("auto, single, best"), message);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "cuda", "gpu0" })
	public void unknownDeviceIsNamedWithTheKnown(final String name) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> DeviceChoice.parse(name)).getMessage();
		assertTrue(message.contains("'" + name + "'"), message);
		assertTrue(message.contains("auto, cpu, gpu"), message);
	}
}
