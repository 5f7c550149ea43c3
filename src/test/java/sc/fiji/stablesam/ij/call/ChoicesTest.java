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

package sc.fiji.stablesam.ij.call;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSource;

/** Names that people write for what they choose. */
class ChoicesTest {

	@ParameterizedTest
	@CsvSource({ "roi manager, ROI_MANAGER", "ROI_Manager, ROI_MANAGER",
		"ACTIVE_SELECTION, ACTIVE_SELECTION",
		"' active selection ', ACTIVE_SELECTION" })
	void labelsAndNamesAreReadInAnyCase(final String text,
		final PromptSource expected)
	{
		assertEquals(expected, Choices.find(PromptSource.class, "prompts", text));
	}

	@ParameterizedTest
	@CsvSource({ "One object per point, EACH", "each, EACH",
		"together, TOGETHER" })
	void aLabelMayDifferFromTheName(final String text,
		final PointsMode expected)
	{
		assertEquals(expected, Choices.find(PointsMode.class, "points", text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "roi" })
	void whatIsNoneIsNamedWithTheKnown(final String text) {
		assertEquals("There is no choice '" + text +
			"' for the option 'prompts'; choose one of active selection, overlay, ROI Manager.",
			assertThrows(IllegalArgumentException.class, () -> Choices.find(
				PromptSource.class, "prompts", text)).getMessage());
	}

	@Test
	void labelsAreListedInTheirOrder() {
		assertArrayEquals(new String[] { "auto", "one object per point",
			"all points one object" }, Choices.names(PointsMode.class));
	}
}
