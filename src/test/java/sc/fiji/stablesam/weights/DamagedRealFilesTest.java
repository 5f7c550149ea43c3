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

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;

/** The real files, damaged or mistaken for each other. */
@NeedsModel
public class DamagedRealFilesTest {

	@TempDir
	Path folder;

	@Test
	public void truncatedFilesAreRefused() throws IOException {
		assertRefused(truncated(RealModel.ortEncoder()), RealModel.onnxDecoder());
		assertRefused(RealModel.ortEncoder(), truncated(RealModel.onnxDecoder()));
		final Path checkpoint = truncated(RealModel.file());
		final StableSamException e = assertThrows(StableSamException.class,
			() -> SafetensorsFile.open(checkpoint));
		assertTrue(e.getMessage().contains("cut off"), e.getMessage());
	}

	@Test
	public void aFlippedBitAmongTheWeightsIsFound() throws IOException {
		final Path checkpoint = Files.copy(RealModel.file(), folder.resolve(
			"flipped.safetensors"));
		try (FileChannel channel = FileChannel.open(checkpoint,
			StandardOpenOption.READ, StandardOpenOption.WRITE))
		{
			final ByteBuffer one = ByteBuffer.allocate(1);
			channel.read(one, 77_000_000);
			one.put(0, (byte) (one.get(0) ^ 1 << 3)).rewind();
			channel.write(one, 77_000_000);
		}
		final StableSamException e = assertThrows(StableSamException.class,
			() -> SafetensorsFile.open(checkpoint));
		assertTrue(e.getMessage().contains("checksum is wrong"), e.getMessage());
		assertTrue(e.getMessage().contains(checkpoint.toString()), e.getMessage());
	}

	@Test
	public void filesInEachOthersPlaceAreRefused() {
		assertRefused(RealModel.onnxDecoder(), RealModel.ortEncoder());
		assertRefused(RealModel.file(), RealModel.onnxDecoder());
		assertThrows(StableSamException.class, () -> SafetensorsFile.open(RealModel
			.onnxDecoder()));
		assertThrows(StableSamException.class, () -> SafetensorsFile.open(RealModel
			.ortEncoder()));
	}

	@Test
	public void networksOfAnotherShapeAreRefusedByKey() throws IOException {
		final Path other = folder.resolve("other.onnx");
		Files.write(other, new OnnxFileTest().fixture());
		final StableSamException e = assertRefused(RealModel.ortEncoder(), other);
		assertTrue(e.getMessage().contains(other.toString()), e.getMessage());
		assertTrue(e.getMessage().contains("another model"), e.getMessage());
	}

	private StableSamException assertRefused(final Path encoder,
		final Path decoder)
	{
		final Path target = folder.resolve("result.safetensors");
		final StableSamException e = assertThrows(StableSamException.class,
			() -> HieraTinyConversion.convert(encoder, decoder, target, Map.of(),
				Progress.NONE));
		assertTrue(Files.notExists(target));
		return e;
	}

	private Path truncated(final Path whole) throws IOException {
		final Path copy = Files.copy(whole, folder.resolve("cut-" + whole
			.getFileName()));
		try (FileChannel channel = FileChannel.open(copy,
			StandardOpenOption.WRITE))
		{
			channel.truncate(Files.size(whole) / 2);
		}
		return copy;
	}
}
