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

package sc.fiji.stablesam.weights;

import java.util.Map;
import java.util.Optional;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * What came out when an installed model was checked.
 */
public final class ModelCheck {

	private final InstalledModel model;
	private final String problem;

	private ModelCheck(final InstalledModel model, final String problem) {
		this.model = model;
		this.problem = problem;
	}

	/** @return what comes out when a model's file is read through */
	static ModelCheck of(final InstalledModel model, final Progress progress) {
		try (WeightFile file = WeightFile.open(model.file())) {
			final Map<String, String> metadata = SafetensorsHeader.read(file)
				.metadata();
			SelfChecksum.SHA256.check(file, metadata, progress);
			return new ModelCheck(model, metadata.containsKey(SelfChecksum.SHA256
				.key()) ? null : "The weight file " + model.file() +
					" has no checksum: import it instead of copying it there.");
		}
		catch (final StableSamException e) {
			return new ModelCheck(model, e.getMessage());
		}
	}

	/** @return the model that was checked */
	public InstalledModel model() {
		return model;
	}

	/** @return whether every byte is as it was written */
	public boolean isWhole() {
		return problem == null;
	}

	/** @return what is wrong, as a sentence; nothing if the file is whole */
	public Optional<String> problem() {
		return Optional.ofNullable(problem);
	}
}
