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

import java.util.List;

import picocli.CommandLine.Command;

import sc.fiji.stablesam.session.ComputeMemory;
import sc.fiji.stablesam.weights.DeviceMemory;
import sc.fiji.stablesam.weights.ListedModel;

/** {@code models list}: what there is, and what of it is installed. */
@Command(name = "list", mixinStandardHelpOptions = true, description = {
	"List the models: id, name, file if it is installed or else why not, size, whether this computer, or its GPU if that is used, has memory enough for it, and licence, with tabs between them." })
final class ModelsListCommand implements Runnable {

	private final Console console;
	private final Models models = new Models();

	ModelsListCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		final DeviceMemory memory = ComputeMemory.ofAuto();
		for (final ListedModel model : ListedModel.in(List.of(models.store())))
			console.result(String.join("\t", model.id(), model.name(), model
				.installed().map(installed -> installed.file().toString()).orElse(model
					.state()), model.size(), model.fit(memory), model.licence()));
	}
}
