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
import java.util.Optional;
import java.util.OptionalLong;

import picocli.CommandLine.Command;

import sc.fiji.stablesam.weights.CatalogModel;
import sc.fiji.stablesam.weights.InstalledModel;

/** {@code models list}: what there is, and what of it is installed. */
@Command(name = "list", mixinStandardHelpOptions = true, description = {
	"List the models: id, name, file if it is installed, size, and licence, with tabs between them." })
final class ModelsListCommand implements Runnable {

	private static final double MEGA = 1e6;
	private static final String UNKNOWN = "unknown";

	private final Console console;
	private final Models models = new Models();

	ModelsListCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		final List<InstalledModel> installed = models.store().installed();
		for (final CatalogModel model : models.store().catalog().models()) {
			final Optional<InstalledModel> here = installed.stream().filter(i -> i
				.id().equals(model.id())).findFirst();
			here.ifPresent(installed::remove);
			print(model.id(), model.name(), here, size(model), model.licence());
		}
		for (final InstalledModel model : installed)
			print(model.id(), model.name(), Optional.of(model), OptionalLong.empty(),
				model.licence());
	}

	private static OptionalLong size(final CatalogModel model) {
		return model.sources().get(0).bytesToFetch();
	}

	private void print(final String id, final String name,
		final Optional<InstalledModel> installed, final OptionalLong toFetch,
		final String licence)
	{
		final String file = installed.map(model -> model.file().toString()).orElse(
			"not installed");
		final OptionalLong bytes = installed.map(model -> OptionalLong.of(model
			.size())).orElse(toFetch);
		final String size = bytes.isPresent() ? Math.round(bytes.getAsLong() /
			MEGA) + " MB" : UNKNOWN;
		console.result(String.join("\t", id, name, file, size, licence.isEmpty()
			? UNKNOWN : licence));
	}
}
