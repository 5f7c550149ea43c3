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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;

/**
 * Tests {@link SegmentRoisCommand}, mostly in processes that have no display
 * for sure.
 */
class SegmentRoisCommandTest {

	private static final String IMAGE = Paths.get("test-images",
		"nuclei-8bit.tif").toString();
	private static final int TIME_OUT_MINUTES = 5;

	@TempDir
	Path temp;

	@Test
	void hasNoMenuEntryAndRemembersNothing() {
		try (Context context = new Context(CommandService.class)) {
			final CommandInfo info = context.service(CommandService.class).getCommand(
				SegmentRoisCommand.class);
			assertTrue(info.getMenuPath().isEmpty());
			assertFalse(info.isVisible());
			assertTrue(info.canRunHeadless());
			for (final ModuleItem<?> item : info.inputs())
				assertEquals(isInjected(item.getType()), item.isPersisted(), item
					.getName());
		}
	}

	@NeedsModel
	@Test
	void deliversTheOverlayInPlaceOfTheRoiManager() throws Exception {
		final Map<String, String> out = run(IMAGE, "model", RealModel.file()
			.toString(), "prompts", "overlay", "output", "both", "measure", "true");
		assertEquals("false", out.get("cancelled"), out.toString());
		assertEquals("2.0", out.get("labels"));
		assertEquals("2", out.get("rois"));
		assertEquals("2", out.get("table"));
		assertEquals("4", out.get("overlay"));
	}

	@NeedsModel
	@Test
	void deliversOnlyWhatIsAskedFor() throws Exception {
		final Map<String, String> out = run(IMAGE, "model", RealModel.file()
			.toString(), "prompts", "overlay", "output", "label image", "plugin",
			"none", "stability", "false");
		assertEquals("2.0", out.get("labels"), out.toString());
		assertEquals("null", out.get("table"));
		assertEquals("2", out.get("overlay"));
	}

	@Test
	void saysWhatIsMissingWithoutADisplay() throws Exception {
		assertRefused("no ROI Manager", run(IMAGE, "prompts", "ROI Manager"));
		assertRefused("add the option download", run(IMAGE, "prompts", "overlay"));
	}

	@ParameterizedTest
	@CsvSource({ "none.tif,device,cpu,no image",
		"nuclei-8bit.tif,device,tpu,There is no choice 'tpu' for the option 'device'",
		"nuclei-8bit.tif,prompts,active selection,no selection",
		"nuclei-8bit.tif,model,none,There is no model 'none'",
		"nuclei-8bit.tif,plugin,' ',choose auto" })
	void saysWhyItCannotBeDone(final String file, final String key,
		final String value, final String reason) throws Exception
	{
		final Map<String, Object> inputs = new HashMap<>();
		inputs.put("prompts", "overlay");
		inputs.put(key, value);
		assertRefused(reason, HeadlessScript.run(Paths.get("test-images", file)
			.toString(), inputs));
	}

	private static boolean isInjected(final Class<?> type) {
		return Context.class.isAssignableFrom(type) || Service.class
			.isAssignableFrom(type);
	}

	private static void assertRefused(final String reason,
		final Map<String, String> out)
	{
		assertEquals("true", out.get("cancelled"), out.toString());
		assertTrue(out.get("reason").contains(reason), out.toString());
		assertEquals("null", out.get("labels"));
		assertFalse(out.toString().contains("\tat "), out.toString());
	}

	/** @return what {@link HeadlessScript} printed */
	private Map<String, String> run(final String... args) throws IOException,
		InterruptedException
	{
		final List<String> command = new ArrayList<>(Arrays.asList(Paths.get(System
			.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-Xmx2g", "-Dai.djl.offline=true",
			"-Dstable-sam.home=" + temp.resolve("no models"), "-cp", System
				.getProperty("java.class.path"), HeadlessScript.class.getName()));
		command.addAll(Arrays.asList(args));
		final Path log = temp.resolve("log.txt");
		final ProcessBuilder builder = new ProcessBuilder(command)
			.redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().keySet().removeAll(Arrays.asList("DISPLAY",
			"STABLE_SAM_HOME"));
		final Process process = builder.start();
		if (!process.waitFor(TIME_OUT_MINUTES, TimeUnit.MINUTES)) process
			.destroyForcibly();
		final Map<String, String> out = new TreeMap<>();
		for (final String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
			final int equals = line.indexOf('=');
			out.put(equals < 0 ? line : line.substring(0, equals), line.substring(
				equals + 1));
		}
		return out;
	}
}
