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

package sc.fiji.stablesam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.WindowManager;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.TestImageJ;
import sc.fiji.stablesam.ij.call.SegmentParameters;

/** Tests what {@link SegmentRois} refuses when a macro calls it. */
@NeedsScreen
class SegmentRoisTest {

	private static final String IMAGE =
		"newImage('Untitled', '8-bit ramp', 64, 48, 1);\n";

	@BeforeEach
	void start() {
		TestImageJ.start();
	}

	@AfterEach
	void tidy() {
		TestImageJ.tidy();
	}

	@ParameterizedTest
	@CsvSource({
		"outptu=overlay,There is no option 'outptu'; choose from prompts",
		"output=rois,There is no choice 'rois' for the option 'output'",
		"device=tpu,There is no choice 'tpu' for the option 'device'",
		"prompts=ROI Manager,There is no option 'manager'",
		"measure=maybe,The option 'measure' is true or false" })
	void endsTheMacroForWrongOptions(final String options, final String message)
		throws InterruptedException
	{
		assertRefused(IMAGE + "makeRectangle(5, 5, 20, 20);\n", options, message);
		assertEquals(1, WindowManager.getImageCount());
	}

	@Test
	void endsTheMacroIfNoImageIsOpen() throws InterruptedException {
		assertRefused("", "output=overlay", "no image");
	}

	@ParameterizedTest
	@CsvSource({ "active selection,selection", "overlay,overlay",
		"ROI Manager,ROI Manager" })
	void endsTheMacroIfThereAreNoRois(final String prompts, final String message)
		throws InterruptedException
	{
		assertRefused(IMAGE, "prompts=[" + prompts + "]", message);
	}

	@Test
	void endsTheMacroForAnUnknownModel() throws InterruptedException {
		assertRefused(IMAGE + "makeRectangle(5, 5, 20, 20);\n",
			"model=no_such_model", "'no_such_model'");
	}

	private static void assertRefused(final String before, final String options,
		final String message) throws InterruptedException
	{
		final Optional<String> error = TestImageJ.runMacro(before + "run('" +
			SegmentParameters.COMMAND + "', '" + options + "');\n" +
			"newImage('Went on', '8-bit black', 9, 9, 1);");
		assertTrue(error.isPresent());
		assertTrue(error.get().contains(message), error.get());
		assertFalse(error.get().contains("\n"), error.get());
		assertNull(WindowManager.getImage("Went on"));
		assertNull(RoiManager.getInstance());
	}
}
