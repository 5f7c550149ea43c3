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

import picocli.CommandLine.Option;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.weights.ModelStore;

/** Which network is used, and where it runs. */
final class NetworkOptions {

	@Option(names = "--model", paramLabel = "NAME|FILE", description = {
		"A model by its name (see 'stable-sam models list') or its file." })
	private String model;

	@Option(names = "--device", paramLabel = "auto|cpu|gpu",
		defaultValue = "auto", description = {
			"Where the network runs; auto takes the GPU if there is one." })
	private DeviceChoice device = DeviceChoice.AUTO;

	/**
	 * @return the model's file, fetched now if it is not there
	 * @throws WrongUsage if there is no such model
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be had
	 */
	Path modelFile(final Progress progress) {
		final Models models = new Models();
		final ModelStore store = models.store();
		final String name = model == null ? store.catalog().defaultModel().id()
			: model;
		return models.named(() -> store.ensure(name, progress));
	}

	DeviceChoice device() {
		return device;
	}
}
