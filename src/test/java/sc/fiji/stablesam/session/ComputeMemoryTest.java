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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.weights.DeviceMemory;
import sc.fiji.stablesam.weights.ListedModel;
import sc.fiji.stablesam.weights.ModelStore;

class ComputeMemoryTest {

	private static final long GB = 1L << 30;

	@TempDir
	private Path folder;

	/** @return what is said of the largest model whose size is known */
	private String fit(final DeviceMemory memory) {
		return ListedModel.in(List.of(ModelStore.at(folder))).stream().filter(
			model -> model.id().equals("sam_vit_h")).findFirst().get().fit(memory);
	}

	private List<Path> driver() throws IOException {
		return List.of(folder.resolve("none"), Files.createFile(folder.resolve(
			"driver")));
	}

	@Test
	void aGpuThatIsUsedCounts() throws IOException {
		final List<Path> driver = driver();
		assertEquals("GPU: needs 7 GB", fit(ComputeMemory.of(driver,
			() -> OptionalLong.of(6 * GB))));
		assertEquals("GPU: fits", fit(ComputeMemory.of(driver, () -> OptionalLong
			.of(24 * GB))));
	}

	@Test
	void otherwiseTheComputerCounts() throws IOException {
		final String computer = fit(DeviceMemory.ofComputer());
		assertFalse(computer.contains("GPU"), computer);
		assertEquals(computer, fit(ComputeMemory.of(driver(),
			OptionalLong::empty)));
		assertEquals(computer, fit(ComputeMemory.of(List.of(folder.resolve("none")),
			() -> {
				throw new AssertionError("A GPU was looked for.");
			})));
	}

	@Test
	void whatItSaysIsWhereNetworksRun() {
		final boolean gpu = PyTorchEngine.start().getGpuCount() > 0;
		assertTrue(!gpu || PyTorchEngine.isForCuda());
		assertEquals(gpu, fit(ComputeMemory.ofAuto()).startsWith("GPU: "));
	}

	@Test
	void anOwnPyTorchIsRecognisedByItsLibraries() throws IOException {
		final String path = folder.resolve("none") + File.pathSeparator + folder;
		assertFalse(PyTorchEngine.isForCuda(path));
		Files.createFile(folder.resolve(System.mapLibraryName("torch_cuda")));
		assertTrue(PyTorchEngine.isForCuda(path));
	}

	/** Whoever only wants to see a list does not wait for PyTorch. */
	@Test
	void theListStartsNoEngine() throws IOException {
		final Process list = new ProcessBuilder(System.getProperty("java.home") +
			"/bin/java", "-verbose:class", "-Dstable-sam.home=" + folder, "-cp",
			System.getProperty("java.class.path"), "sc.fiji.stablesam.cli.StableSam",
			"models", "list").redirectErrorStream(true).start();
		final List<String> said = new String(list.getInputStream().readAllBytes())
			.lines().collect(Collectors.toList());
		assertTrue(said.stream().anyMatch(line -> line.startsWith(
			"sam2_hiera_tiny\t")), said.toString());
		assertTrue(said.stream().anyMatch(line -> line.contains(
			"sc.fiji.stablesam.session.ComputeMemory ")));
		assertEquals(List.of(), said.stream().filter(line -> line.contains(
			"ai.djl.pytorch.")).collect(Collectors.toList()));
	}
}
