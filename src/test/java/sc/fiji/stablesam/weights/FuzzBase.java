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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A sound checkpoint, whole and in parts, of which {@link Mutation}s are made.
 */
final class FuzzBase {

	private final String name;
	private final byte[] archive;
	private final Map<String, byte[]> files = new LinkedHashMap<>();

	private FuzzBase(final Path file) throws IOException {
		name = file.getFileName().toString();
		archive = Files.readAllBytes(file);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (final ZipEntry entry : Collections.list(zip.entries()))
				files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
		}
	}

	/** @return the publishers' small checkpoints */
	static List<FuzzBase> all() throws IOException {
		return List.of(new FuzzBase(ShapeList.checkpoint("sam_vit_tiny.pth")),
			new FuzzBase(ShapeList.checkpoint("mobile_sam_tiny.pt")), new FuzzBase(
				ShapeList.checkpoint("sam2_hiera_tiny_bfloat.pt")));
	}

	/** @return the name of its file */
	String name() {
		return name;
	}

	/** @return a copy of the whole file */
	byte[] archive() {
		return archive.clone();
	}

	/** @return copies of the files in the archive, by name */
	Map<String, byte[]> files() {
		final Map<String, byte[]> copies = new LinkedHashMap<>();
		files.forEach((file, contents) -> copies.put(file, contents.clone()));
		return copies;
	}

	/** @return the name of the pickle in the archive */
	String pickle() {
		return files.keySet().stream().filter(file -> file.endsWith("/data.pkl"))
			.findFirst().get();
	}

	/** @return the name of some file in the archive */
	String any(final Random random) {
		return List.copyOf(files.keySet()).get(random.nextInt(files.size()));
	}
}
