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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.plugin.frame.Recorder;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.TestImageJ;

/** Tests {@link MacroRecorder} with ImageJ's recorder. */
@NeedsScreen
class MacroRecorderTest {

	private Recorder recorder;

	@BeforeEach
	void open() {
		TestImageJ.start();
		recorder = new Recorder();
	}

	@AfterEach
	void close() {
		recorder.close();
	}

	@Test
	void recordsTheCommandAsMacroText() {
		MacroRecorder.record("Some Command...", MacroOptions.parse(
			"output=[label image] measure"));
		assertTrue(recorder.getText().endsWith(
			"run(\"Some Command...\", \"output=[label image] measure\");\n"), recorder
				.getText());
	}

	@Test
	void recordsTextThatAMacroReadsBack() throws InterruptedException {
		final MacroOptions options = MacroOptions.none().with("model",
			"C:\\models \"ä\"\\ü.safetensors");
		MacroRecorder.record("Some Command...", options);
		final String text = recorder.getText();
		assertEquals(1, text.substring(text.indexOf("run(")).lines().count());
		TestImageJ.runMacro(text.substring(text.indexOf("run(")).replace("run(",
			"function options(command, text) { return text; }\n" +
				"call('ij.Prefs.set', 'stable-sam.test', options(").replace(");",
					"));"));
		assertEquals(options, MacroOptions.parse(IJ.runMacro(
			"return call('ij.Prefs.get', 'stable-sam.test', '');")));
	}
}
