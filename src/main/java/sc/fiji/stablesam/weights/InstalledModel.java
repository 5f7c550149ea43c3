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

import java.nio.file.Path;
import java.util.Map;

import sc.fiji.stablesam.StableSamException;

/**
 * A model in a model folder, as its file describes itself.
 */
public final class InstalledModel {

	private final String name;
	private final String architecture;
	private final String licence;
	private final String importedFrom;
	private final Path file;
	private final long size;

	private InstalledModel(final Path file, final long size,
		final Map<String, String> metadata)
	{
		this.file = file;
		this.size = size;
		name = metadata.getOrDefault(ModelStore.NAME, id());
		architecture = metadata.getOrDefault(ModelStore.ARCHITECTURE, "");
		licence = metadata.getOrDefault(ModelStore.LICENCE, "");
		importedFrom = metadata.getOrDefault(ModelStore.FILE, "");
	}

	/** @return the model of a checkpoint, which may be damaged */
	static InstalledModel of(final Path file) {
		long size = 0;
		try (WeightFile contents = WeightFile.open(file)) {
			size = contents.size();
			return new InstalledModel(file, size, SafetensorsHeader.read(contents)
				.metadata());
		}
		catch (final StableSamException e) {
			return new InstalledModel(file, size, Map.of());
		}
	}

	/**
	 * @return such as {@code SAM 2 Hiera-T}; the file's name without extension if
	 *         it says nothing
	 */
	public String name() {
		return name;
	}

	/**
	 * @return such as {@code sam2_hiera}; empty if the file says nothing or is
	 *         damaged
	 */
	public String architecture() {
		return architecture;
	}

	/** @return the licence of the weights; empty if the file says nothing */
	public String licence() {
		return licence;
	}

	/** @return the {@link DroppedFile#mark}; empty if the file says nothing */
	String importedFrom() {
		return importedFrom;
	}

	/** @return the checkpoint */
	public Path file() {
		return file;
	}

	/** @return in bytes */
	public long size() {
		return size;
	}

	/**
	 * @return the file's name without extension, by which it can be called as
	 *         well
	 */
	public String id() {
		final String fileName = file.getFileName().toString();
		return fileName.substring(0, fileName.length() - ModelStore.EXTENSION
			.length());
	}

	/** @return whether the user may mean this model, by name or id in any case */
	boolean isCalled(final String nameOrId) {
		final String wanted = nameOrId.trim();
		return wanted.equalsIgnoreCase(name) || wanted.equalsIgnoreCase(id());
	}
}
