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
import java.net.ProxySelector;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A tiny model that a web server on this computer offers. */
public final class ServedModel implements AutoCloseable {

	/** What it is called in the catalog. */
	public static final String NAME = "A SAM of this test";

	private static final int FIRST = 50_000;

	private final FileServer server;
	private final byte[] published;

	private ServedModel(final FileServer server, final byte[] published) {
		this.server = server;
		this.published = published;
	}

	/** @return one whose server sends a part of it and then goes silent */
	public static ServedModel stalling() throws IOException {
		final byte[] published = published();
		return new ServedModel(FileServer.of(published).cuttingAfter(FIRST)
			.goingSilent(), published);
	}

	/** @return the bytes of it */
	static byte[] published() throws IOException {
		return Files.readAllBytes(ShapeList.checkpoint("sam_vit_tiny.pth"));
	}

	/** @return a store that can fetch this model only */
	public ModelStore store(final Path folder) {
		return store(folder, server, published, Duration.ofMinutes(2));
	}

	/**
	 * @param published what the server should send
	 * @param patience how long it may be silent
	 */
	static ModelStore store(final Path folder, final FileServer server,
		final byte[] published, final Duration patience)
	{
		return store(folder, source(server, published, patience));
	}

	/** @param sources of this model, best first */
	static ModelStore store(final Path folder, final ModelSource... sources) {
		return ModelStore.of(folder, ModelCatalog.of(new CatalogModel("test_sam",
			NAME, "CC0-1.0", ModelFamily.SAM_VIT, List.of(sources))));
	}

	/** @see #store(Path, FileServer, byte[], Duration) */
	static ModelSource source(final FileServer server, final byte[] published,
		final Duration patience)
	{
		final Digest digest = Digest.sha256();
		digest.update(ByteBuffer.wrap(published));
		final HttpFile file = HttpFile.of(server.address("sam.pth"),
			published.length, Checksum.sha256(digest.hex()));
		return new HttpSource(file, new PublishedCheckpoint(NAME, "CC0-1.0",
			"this test"), () -> HttpTransfer.with(ProxySelector.of(null), patience));
	}

	@Override
	public void close() {
		server.close();
	}
}
