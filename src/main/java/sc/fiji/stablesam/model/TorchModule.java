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

package sc.fiji.stablesam.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.pytorch.engine.PtSymbolBlock;
import sc.fiji.stablesam.StableSamException;

/**
 * A TorchScript module without weights, put together from its source text at
 * run time. Owns native memory until it is closed.
 */
final class TorchModule implements AutoCloseable {

	private static final String SOURCE = "TorchOps.torchscript";

	/** A pickled object of class __torch__.TorchOps with training = False. */
	private static final String OBJECT =
		"\u0080\u0002c__torch__\nTorchOps\n)\u0081}(X\b\0\0\0training\u0089ub.";

	/** A pickled empty tuple. */
	private static final String NO_CONSTANTS = "\u0080\u0002).";

	private final Model model;

	private TorchModule(final Model model) {
		this.model = model;
	}

	static TorchModule load(final Device device) {
		final Model model = Model.newInstance("torch-ops", device, "PyTorch");
		try (InputStream source = TorchModule.class.getResourceAsStream(SOURCE)) {
			model.load(new ByteArrayInputStream(archive(source.readAllBytes())));
			return new TorchModule(model);
		}
		catch (final IOException | MalformedModelException exc) {
			model.close();
			throw new StableSamException(
				"The PyTorch engine cannot load its operations; please reinstall Stable-SAM.",
				exc);
		}
	}

	/** @return to call its functions */
	PtSymbolBlock block() {
		return (PtSymbolBlock) model.getBlock();
	}

	private static byte[] archive(final byte[] source) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			put(zip, "data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
			put(zip, "code/__torch__.py", source);
			put(zip, "constants.pkl", NO_CONSTANTS.getBytes(
				StandardCharsets.ISO_8859_1));
			put(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
		}
		return bytes.toByteArray();
	}

	/** PyTorch reads stored entries only. */
	private static void put(final ZipOutputStream zip, final String name,
		final byte[] content) throws IOException
	{
		final CRC32 crc = new CRC32();
		crc.update(content);
		final ZipEntry entry = new ZipEntry("ops/" + name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(crc.getValue());
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}

	@Override
	public void close() {
		model.close();
	}
}
