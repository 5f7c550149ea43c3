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

import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.ij.RoiFiles;

/**
 * What cannot be segmented is refused in one line that names it, before any
 * model is fetched or loaded, and nothing is written.
 */
public class SegmentBadInputTest {

	private static final Path IMAGE = Paths.get("test-images", "nuclei-8bit.tif");

	@TempDir
	private Path folder;

	@BeforeEach
	public void useEmptyModelFolder() {
		System.setProperty("stable-sam.home", folder.resolve("models").toString());
	}

	@AfterEach
	public void nothingWasMade() {
		System.clearProperty("stable-sam.home");
		assertFalse(Files.exists(folder.resolve("models")));
		assertFalse(Files.isDirectory(folder.resolve("output")));
	}

	@Test
	public void missingImage() {
		assertTrue(run(folder.resolve("none.tif"), "--box", "1,2,30,40").fails()
			.contains("none.tif"));
	}

	@Test
	public void imageThatIsNone() throws IOException {
		final Path text = Files.write(folder.resolve("not an imäge.tif"), Arrays
			.asList("Dear reader,"));
		assertTrue(run(text, "--box", "1,2,30,40").fails().contains(
			"not an imäge.tif"));
	}

	@Test
	public void missingRois() {
		assertTrue(run(IMAGE, "--rois", folder.resolve("none.zip")).fails()
			.contains("none.zip"));
	}

	@Test
	public void roiZipThatIsNone() throws IOException {
		final Path text = Files.write(folder.resolve("röis.zip"), Arrays.asList(
			"Dear reader,"));
		assertTrue(run(IMAGE, "--rois", text).fails().contains("röis.zip"));
	}

	@Test
	public void roisThatCannotBePrompts() {
		// NB: ImageJ's files keep such numbers only at sub-pixel resolution.
		final Roi lost = new PointRoi(Double.NaN, 5);
		lost.enableSubPixelResolution();
		final Roi flat = new PolygonRoi(new int[] { 10, 10, 10 }, new int[] { 10,
			20, 30 }, 3, Roi.POLYGON);
		final List<Roi> rois = Arrays.asList(named("outside", new Roi(600, 10, 20,
			20)), named("empty", flat), named("lost", lost));
		final Path zip = folder.resolve("bad.zip");
		RoiFiles.write(rois, zip);
		final String line = run(IMAGE, "--rois", zip).fails();
		for (final Roi roi : rois)
			assertTrue(line.contains("'" + roi.getName() + "'"), line);
	}

	@Test
	public void boxAndPointOutside() {
		final String line = run(IMAGE, "--box", "-50,-50,50,50", "--point",
			"528,10", "--point", "1,1,0").fails();
		assertTrue(line.contains("'box 1'"), line);
		assertTrue(line.contains("'point 1'"), line);
	}

	@Test
	public void unknownModel() {
		assertTrue(run(IMAGE, "--box", "1,2,30,40", "--model", "sam9")
			.isWrongUsage().contains("'sam9'"));
	}

	@Test
	public void missingModelFile() {
		assertTrue(run(IMAGE, "--box", "1,2,30,40", "--model", folder.resolve(
			"none.safetensors")).fails().contains("none.safetensors"));
	}

	@Test
	public void outputThatIsAFile() throws IOException {
		Files.write(folder.resolve("output"), Arrays.asList("Dear reader,"));
		assertTrue(run(IMAGE, "--box", "1,2,30,40").fails().contains("output"));
	}

	private CommandRun run(final Object... args) {
		final List<Object> all = new ArrayList<>(Arrays.asList("segment",
			"--output", folder.resolve("output")));
		all.addAll(Arrays.asList(args));
		// NB: a test that fails shall not start to fetch a model.
		if (!all.contains("--model")) all.addAll(Arrays.asList("--model",
			"none.safetensors"));
		return CommandRun.of(all.toArray());
	}

	private static Roi named(final String name, final Roi roi) {
		roi.setName(name);
		return roi;
	}
}
