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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;

/** The care for models in the shell. */
public class ModelsTest {

	@TempDir
	private Path folder;
	private Path home;

	@BeforeEach
	public void useEmptyModelFolder() {
		home = folder.resolve("mödel folder");
		System.setProperty("stable-sam.home", home.toString());
	}

	@AfterEach
	public void leaveModelFolder() {
		System.clearProperty("stable-sam.home");
	}

	@Test
	public void emptyFolderIsNoError() {
		final List<String> listed = CommandRun.of("models", "list").succeeds()
			.out();
		assertEquals(
			"sam2_hiera_tiny\tSAM 2 Hiera-T\tnot installed\t156 MB\tfits\tApache-2.0",
			listed.get(0));
		final String huge = listed.stream().filter(line -> line.startsWith(
			"sam_vit_h\t")).findFirst().get();
		assertTrue(huge.matches(
			"sam_vit_h\tSAM ViT-H\tnot installed\t2565 MB\t(fits|(tight, )?needs 7 GB)\tApache-2.0"),
			huge);
		assertTrue(listed.contains(
			"micro_sam_vit_t_lm\tmicro-sam ViT-T light microscopy\tnot installed\tunknown\tunknown\tCC-BY-4.0"),
			listed.toString());
		assertTrue(CommandRun.of("models", "verify").succeeds().err().get(0)
			.contains(home.toString()));
		assertFalse(Files.exists(home));
	}

	@Test
	public void filesThatWereDroppedInAreListed() throws Exception {
		Files.createDirectories(home);
		Files.copy(Paths.get(getClass().getResource(
			"/checkpoints/mobile_sam_tiny.pt").toURI()), home.resolve("cells.pt"));
		Files.writeString(home.resolve("letter.pth"), "Dear reader,");
		final List<String> listed = CommandRun.of("models", "list").succeeds()
			.out();
		assertEquals(List.of(
			"cells\tcells\tdropped in, imported on first use\t0 MB\tfits\tunknown",
			"letter\tletter\trefused: is not a PyTorch checkpoint, or only the beginning of one\t0 MB\tunknown\tunknown"),
			listed.subList(listed.size() - 2, listed.size()));
	}

	@Test
	public void unknownModelIsWrongUsage() {
		assertTrue(CommandRun.of("models", "fetch", "sam9").isWrongUsage().contains(
			"'sam9'"));
	}

	@Test
	public void somethingMustBeAskedFor() {
		assertTrue(CommandRun.of("models").isWrongUsage().contains("verify"));
		assertTrue(CommandRun.of("models", "fetch").isWrongUsage().contains(
			"NAME"));
		assertTrue(CommandRun.of("models", "import").isWrongUsage().contains(
			"FILE"));
	}

	@Test
	public void fileThatIsNoModelIsRefused() throws IOException {
		final Path text = Files.write(folder.resolve("letter.safetensors"), Arrays
			.asList("Dear reader,"));
		assertTrue(CommandRun.of("models", "import", text).fails().contains(
			"letter.safetensors"));
		assertTrue(CommandRun.of("models", "list").succeeds().out().get(0).contains(
			"\tnot installed\t"));
	}

	@Test
	@NeedsModel
	public void importedModelIsListedAndWhole() {
		final Path file = home.resolve("sam2_hiera_tiny.safetensors");
		assertEquals(Collections.singletonList(file.toString()), CommandRun.of(
			"models", "import", RealModel.file()).succeeds().out());
		assertTrue(CommandRun.of("models", "list").succeeds().out().get(0).matches(
			"sam2_hiera_tiny\tSAM 2 Hiera-T\t" + Pattern.quote(file.toString()) +
				"\t1\\d\\d MB\tfits\tApache-2.0"));
		assertEquals(Collections.singletonList("sam2_hiera_tiny\twhole"), CommandRun
			.of("models", "verify").succeeds().out());
	}

	@Test
	@NeedsModel
	public void damagedModelIsFound() throws IOException {
		final Path file = home.resolve("mine.safetensors");
		CommandRun.of("models", "import", RealModel.file(), "--name", "mine")
			.succeeds();
		try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ,
			StandardOpenOption.WRITE))
		{
			final ByteBuffer one = ByteBuffer.allocate(1);
			bytes.read(one, bytes.size() / 2);
			one.put(0, (byte) (one.get(0) ^ 4)).rewind();
			bytes.write(one, bytes.size() / 2);
		}
		final CommandRun run = CommandRun.of("models", "verify");
		assertEquals(1, run.exitCode());
		assertTrue(run.err().get(run.err().size() - 1).contains("mine.safetensors"),
			run.err().toString());
	}
}
