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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.session.PluginFiles;

/** The real model, measured on real pictures through the command line. */
@NeedsModel
public class EvaluateTest {

	private static final Path IMAGES = Paths.get("test-images");
	private static final Path TRUTH = Paths.get("src", "test", "resources",
		"truth");

	@TempDir
	private Path folder;

	@Test
	public void nucleiAreMeasured() throws IOException {
		copy("nuclei-8bit", folder);
		final CommandRun run = run("--max-objects", "3", "--repeats", "2",
			"--prompts", "gt_box,1_point", "--json", json(), "--curve", curve())
			.succeeds();

		final JsonObject report = report();
		assertEquals("SAM 2 Hiera-T", report.get("model").getAsString());
		assertEquals("Stable-SAM", report.get("plugin").getAsString());
		assertEquals(folder.toString(), report.get("data").getAsString());
		final JsonArray results = report.getAsJsonArray("results");
		assertEquals(2 * 4, results.size());
		assertEquals(1 + results.size(), run.out().size());
		final JsonObject exact = find(results, "gt_box", "base_single");
		assertEquals(3, exact.get("objects").getAsInt());
		assertBetween(80, 98, exact.get("miou"));
		// NB: bands are a pixel wide here.
		assertBetween(5, 60, exact.get("mbiou"));
		assertEquals(100, exact.get("msf").getAsDouble());
		assertBetween(30, 99.9, find(results, "1_point", "base_best").get("msf"));
		assertFalse(report.has("sets"));
		assertCurve(report.getAsJsonArray("curve"));
	}

	private void assertCurve(final JsonArray points) throws IOException {
		assertEquals(9 * 4, points.size());
		final JsonObject last = points.get(points.size() - 4).getAsJsonObject();
		assertEquals(0.8, last.get("noise").getAsDouble());
		assertTrue(last.get("miou").getAsDouble() < points.get(0).getAsJsonObject()
			.get("miou").getAsDouble());
		final BufferedImage picture = ImageIO.read(curve().toFile());
		assertNotNull(picture);
		assertTrue(Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture
			.getHeight(), null, 0, picture.getWidth())).distinct().count() > 3);
	}

	@Test
	public void clicksThatCorrectAreMeasured() throws IOException {
		copy("nuclei-8bit", folder);
		final CommandRun run = run("--max-objects", "4", "--repeats", "1",
			"--prompts", "1_point", "--corrections", "2", "--json", json())
			.succeeds();

		final JsonArray results = report().getAsJsonArray("results");
		assertEquals(4 * 4, results.size());
		assertEquals(1 + results.size(), run.out().size());
		assertTrue(run.out().stream().anyMatch(line -> line.contains(
			" 1_point+2 ")));
		assertBetween(90, 99, find(results, "1_point+2", "plugin").get("miou"));
		final double first = find(results, "1_point+0", "base_single").get("miou")
			.getAsDouble();
		assertBetween(first + 1, 99, find(results, "1_point+2", "base_single").get(
			"miou"));
	}

	@Test
	public void setsCountTheSame() throws IOException {
		copy("nuclei-8bit", folder.resolve("fluo"));
		copy("histology-rgb", folder.resolve("histo"));
		run("--max-objects", "2", "--repeats", "1", "--prompts", "noisy_box",
			"--json", json()).succeeds();

		final JsonObject report = report();
		final JsonArray sets = report.getAsJsonArray("sets");
		assertEquals("fluo", sets.get(0).getAsJsonObject().get("set")
			.getAsString());
		double sum = 0;
		for (final JsonElement set : sets)
			sum += find(set.getAsJsonObject().getAsJsonArray("results"), "noisy_box",
				"base_best").get("miou").getAsDouble();
		final JsonObject mean = find(report.getAsJsonArray("results"), "noisy_box",
			"base_best");
		assertEquals(4, mean.get("objects").getAsInt());
		assertEquals(sum / 2, mean.get("miou").getAsDouble(), 0.011);
	}

	@Test
	public void aPluginIsMeasuredToo() throws IOException {
		copy("nuclei-8bit", folder);
		final Path plugin = PluginFiles.random(folder.resolve(
			"random.safetensors"));
		run("--max-objects", "2", "--repeats", "2", "--prompts", "noisy_box",
			"--plugin", plugin, "--json", json()).succeeds();

		final JsonObject report = report();
		assertEquals("random.safetensors", report.get("plugin").getAsString());
		final JsonArray results = report.getAsJsonArray("results");
		assertEquals(4, results.size());
		assertTrue(find(results, "noisy_box", "plugin_only").get("miou")
			.getAsDouble() != find(results, "noisy_box", "base_single").get("miou")
				.getAsDouble(), results.toString());
		final JsonObject routing = report.getAsJsonArray("routing").get(0)
			.getAsJsonObject();
		assertEquals("noisy_box", routing.get("prompt").getAsString());
		assertBetween(0, 1, routing.get("mean"));
		assertEquals(11, routing.getAsJsonArray("deciles").size());
	}

	@Test
	public void aPluginOfAnotherModelIsRefused() throws IOException {
		copy("nuclei-8bit", folder);
		final CommandRun run = run("--plugin", PluginFiles.ofAnotherModel(folder
			.resolve("other.safetensors")));
		assertEquals(1, run.exitCode());
		final String line = run.err().get(run.err().size() - 1);
		assertTrue(line.contains("other.safetensors is for the model"), line);
	}

	@Test
	public void labelsOfAnotherSizeAreRefused() throws IOException {
		copy("nuclei-8bit", folder);
		Files.copy(TRUTH.resolve("histology-rgb.png"), folder.resolve(
			"labels/nuclei-8bit.png"), StandardCopyOption.REPLACE_EXISTING);
		final CommandRun run = run("--json", json());
		assertEquals(1, run.exitCode());
		final String line = run.err().get(run.err().size() - 1);
		assertTrue(line.contains("nuclei-8bit.png' have "), line);
		assertFalse(Files.exists(json()));
	}

	private CommandRun run(final Object... args) {
		final List<Object> all = new ArrayList<>(Arrays.asList("evaluate", folder,
			"--device", "cpu", "--model", RealModel.file()));
		all.addAll(Arrays.asList(args));
		return CommandRun.of(all.toArray());
	}

	private Path json() {
		return folder.resolve("out/report.json");
	}

	private Path curve() {
		return folder.resolve("out/curve.png");
	}

	private JsonObject report() throws IOException {
		return JsonParser.parseString(Files.readString(json())).getAsJsonObject();
	}

	private static JsonObject find(final JsonArray results, final String prompt,
		final String variant)
	{
		for (final JsonElement element : results) {
			final JsonObject result = element.getAsJsonObject();
			if (result.get("prompt").getAsString().equals(prompt) && result.get(
				"variant").getAsString().equals(variant)) return result;
		}
		throw new AssertionError("No " + prompt + ", " + variant + " in " +
			results);
	}

	private static void assertBetween(final double low, final double high,
		final JsonElement number)
	{
		assertTrue(number.getAsDouble() > low && number.getAsDouble() < high, "" +
			number);
	}

	private static void copy(final String name, final Path data)
		throws IOException
	{
		Files.createDirectories(data.resolve("images"));
		Files.createDirectories(data.resolve("labels"));
		Files.copy(IMAGES.resolve(name + ".tif"), data.resolve("images").resolve(
			name + ".tif"));
		Files.copy(TRUTH.resolve(name + ".png"), data.resolve("labels").resolve(
			name + ".png"));
	}
}
