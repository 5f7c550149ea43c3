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

package sc.fiji.stablesam.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong calls of {@code segment}: one line, exit code 2, nothing written. */
public class SegmentUsageTest {

	private static final String IMAGE = "test-images/nuclei-8bit.tif";

	@TempDir
	private Path folder;

	@Test
	public void outputIsRequired() {
		assertTrue(CommandRun.of("segment", IMAGE, "--box", "1,2,3,4")
			.isWrongUsage().contains("--output"));
	}

	@Test
	public void imageIsRequired() {
		assertTrue(CommandRun.of("segment", "--box", "1,2,3,4", "--output", folder)
			.isWrongUsage().contains("IMAGE"));
	}

	@Test
	public void somethingMustBePointedAt() {
		assertTrue(refused().contains("--rois, --box or --point"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1,2,3", "1,2,3,4,5", "1,2,three,4", "1,2,0,4",
		"1,2,3,-4", "NaN,2,3,4", "1,2,Infinity,4", "1;2;3;4", "1,2,3,", "rect" })
	public void badBoxIsRefused(final String box) {
		assertTrue(refused("--box", box).contains("--box"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "1,2,2", "1,2,-1", "1,2,1,1", "1,NaN",
		"x,y", "1,2,0.5" })
	public void badPointIsRefused(final String point) {
		assertTrue(refused("--point", point).contains("--point"));
	}

	@Test
	public void leadingBackgroundPointIsRefused() {
		assertTrue(refused("--point", "5,5,0", "--point", "9,9").contains(
			"background"));
	}

	@ParameterizedTest
	@CsvSource({ "--device, tpu, cpu", "--precision, half, float16",
		"--mask, worst, single", "--plugin, ' ', none" })
	public void unknownChoiceIsRefusedWithWhatThereIs(final String option,
		final String value, final String choice)
	{
		final String line = refused("--box", "1,2,3,4", option, value);
		assertTrue(line.contains(option), line);
		assertTrue(line.contains(choice), line);
	}

	private String refused(final String... args) {
		final Path output = folder.resolve("output");
		final List<Object> all = new ArrayList<>(Arrays.asList("segment", IMAGE,
			"--output", output));
		all.addAll(Arrays.asList(args));
		final String line = CommandRun.of(all.toArray()).isWrongUsage();
		assertFalse(Files.exists(output));
		return line;
	}
}
