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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.StableSamException;

/** PyTorch checkpoints: some written here, some by PyTorch itself. */
public class PyTorchFileTest extends TensorFileContract {

	private static final byte[] TWELVE = Bytes.floats(0, 1, 2, 3, 4, 5, 6, 7, 8,
		9, 10, 11);

	@Override
	TensorFile open(final Path path) {
		return PyTorchFile.open(path);
	}

	@Override
	byte[] fixture() {
		return new TorchWriter().add("matrix", ElementType.F32, Bytes.floats(0, 1,
			2, 3, 4, 5), 2, 3).add("scalar", ElementType.F32, Bytes.floats(7)).add(
				"half", ElementType.F16, Bytes.HALVES, 2).add("integers",
					ElementType.I64, Bytes.longs(9), 1).archive();
	}

	/** Written by PyTorch 2.7 beside the state of an optimizer. */
	@Test
	public void viewsThatPyTorchWroteAreRead() {
		try (TensorFile file = open(golden("torch_views.pt"))) {
			assertEquals(Set.of("transposed", "part", "bfloat", "half", "parameter",
				"counter", "channels_last"), file.names());
			assertArrayEquals(new long[] { 4, 3 }, file.shape("transposed"));
			assertArrayEquals(new float[] { 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11 },
				array(file, "transposed"));
			assertArrayEquals(new float[] { 4, 6, 8, 10 }, array(file, "part"));
			assertArrayEquals(new float[] { 1, -2, 3.140625f }, array(file,
				"bfloat"));
			assertArrayEquals(new float[] { 1, 0.33325195f, -2, 65504 }, array(file,
				"half"));
			assertArrayEquals(new float[] { 1.5f, -2.25f }, array(file, "parameter"));
			assertArrayEquals(new long[] { 1, 2, 3, 4 }, file.shape("channels_last"));
			for (int i = 0; i < 24; i++)
				assertEquals(i, array(file, "channels_last")[i]);
		}
	}

	/** The numbers were read with Python. */
	@Test
	public void publishersFormatIsRead() {
		try (TensorFile file = open(golden("sam2_hiera_micro.pt"))) {
			assertEquals(287, file.names().size());
			assertArrayEquals(new long[] { 48, 16 }, file.shape(
				"image_encoder.trunk.blocks.0.attn.qkv.weight"));
			final float[] weights = array(file,
				"image_encoder.trunk.blocks.0.attn.qkv.weight");
			assertEquals(-0.13411006331443787f, weights[0]);
			assertEquals(0.02806791663169861f, weights[48 * 16 - 1]);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "model", "model_state", "state_dict" })
	public void nestedWeightsAreFound(final String place) throws IOException {
		final TorchWriter weights = new TorchWriter().add("sam.x.weight",
			ElementType.F32, Bytes.floats(1, 2), 2).add("sam.y", ElementType.F32,
				Bytes.floats(3), 1);
		try (TensorFile file = open(write(weights.archive(place)))) {
			assertEquals(Set.of("x.weight", "y"), file.names());
			assertArrayEquals(new float[] { 1, 2 }, array(file, "x.weight"));
		}
	}

	@Test
	public void prefixesOfSomeNamesStay() throws IOException {
		try (TensorFile file = open(write(new TorchWriter().add("sam.x",
			ElementType.F32, Bytes.floats(1), 1).add("y", ElementType.F32, Bytes
				.floats(3), 1).archive())))
		{
			assertEquals(Set.of("sam.x", "y"), file.names());
		}
	}

	@Test
	public void wideDirectoriesAreRead() throws IOException {
		final Map<String, byte[]> files = new TorchWriter().add("x",
			ElementType.F32, TWELVE, 12).files();
		try (TensorFile file = open(write(ZipWriter.zip64(files)))) {
			assertEquals(11, file.read("x").get(11));
		}
	}

	@Test
	public void storagesAreShared() throws IOException {
		try (TensorFile file = open(write(twelve("all", view(3, 4)).add("row", view(
			4).from(8)).add("column", view(3).from(1).stepping(4)).add("empty", view(
				0, 4)).archive())))
		{
			assertArrayEquals(new float[] { 8, 9, 10, 11 }, array(file, "row"));
			assertArrayEquals(new float[] { 1, 5, 9 }, array(file, "column"));
			assertEquals(0, file.read("empty").remaining());
		}
	}

	@Test
	public void sizesThatLieAreRefused() throws IOException {
		final String wrong = "the size of its tensor 'x' is wrong";
		assertRefused(twelve("x", view(13)).archive(), wrong);
		assertRefused(twelve("x", view(3, 4).from(1)).archive(), wrong);
		assertRefused(twelve("x", view(3, 4).from(-1)).archive(), wrong);
		assertRefused(twelve("x", view(3).stepping(-1)).archive(), wrong);
		assertRefused(twelve("x", view(3).stepping(Long.MAX_VALUE)).archive(),
			wrong);
		assertRefused(twelve("x", view(Long.MAX_VALUE, 4)).archive(), wrong);
		assertRefused(twelve("x", view(-3, -4)).archive(), wrong);
		assertRefused(twelve("x", view(1 << 30).stepping(0)).archive(), wrong);
		assertRefused(twelve("x", view(3).stepping(1, 1)).archive(), wrong);
		assertRefused(twelve("x", TorchTensorEntry.of(ElementType.F32, "0", 24, 1))
			.archive(), wrong);
		assertRefused(twelve("x", TorchTensorEntry.of(ElementType.F16, "0", 12, 1))
			.archive(), wrong);
		assertRefused(twelve("x", TorchTensorEntry.of(ElementType.F32, "../0", 12,
			1)).archive(), "elements of its tensor 'x' are missing");
	}

	@Test
	public void littleDoesNotBecomeALot() throws IOException {
		try (TensorFile file = open(write(twelve("x", view(3, 4)).add("tied", view(
			3, 4)).archive())))
		{
			assertArrayEquals(array(file, "x"), array(file, "tied"));
		}
		final TorchWriter big = new TorchWriter().storage("0", new byte[1 << 20]);
		for (int i = 0; i < 4; i++)
			big.add("copy " + i, TorchTensorEntry.of(ElementType.F32, "0", 1 << 18,
				1 << 18));
		assertRefused(big.archive(), "share more elements");
	}

	@Test
	public void doublesAreNotGuessedAt() throws IOException {
		try (TensorFile file = open(write(new TorchWriter().add("x",
			ElementType.F64, Bytes.longs(9), 1).archive())))
		{
			assertThrows(StableSamException.class, () -> file.read("x"));
		}
	}

	@Test
	public void flippedElementsAreNoticed() throws IOException {
		final byte[] archive = twelve("x", view(12)).archive();
		final String bytes = new String(archive, StandardCharsets.ISO_8859_1);
		archive[bytes.indexOf(new String(TWELVE, StandardCharsets.ISO_8859_1)) +
			7] ^= 1;
		try (TensorFile file = open(write(archive))) {
			for (int again = 0; again < 2; again++)
				assertTrue(assertThrows(StableSamException.class, () -> file.read("x"))
					.getMessage().contains("checksum of its part 'archive/data/0'"));
		}
	}

	@Test
	public void otherKindsOfFilesAreToldApart() throws IOException {
		assertRefused(Bytes.join(new byte[] { (byte) 0x80, 2, (byte) 0x8a, 10, 0x6c,
			(byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8,
			0x50, 0x19, '.' }, new byte[99]), "before 1.6");
		assertRefused(Bytes.join(new byte[257], "ustar  ".getBytes(
			StandardCharsets.US_ASCII), new byte[999]), "before 1.6");
		final Map<String, byte[]> script = twelve("x", view(12)).files();
		script.put(TorchWriter.ROOT + "constants.pkl", new byte[0]);
		assertRefused(ZipWriter.plain(script), "TorchScript");
		final Map<String, byte[]> big = twelve("x", view(12)).files();
		big.put(TorchWriter.ROOT + "byteorder", "big".getBytes(
			StandardCharsets.US_ASCII));
		assertRefused(ZipWriter.plain(big), "big-endian");
		assertRefused(ZipWriter.plain(Map.of("letter.txt", new byte[9])),
			"is not a PyTorch checkpoint");
		assertRefused(ZipWriter.plain(new TorchWriter().files(PickleWriter.start()
			.number(7).stop())), "holds no weights");
	}

	private TorchWriter twelve(final String name, final TorchTensorEntry tensor) {
		return new TorchWriter().storage("0", TWELVE).add(name, tensor);
	}

	/** @return a tensor in the storage of twelve numbers */
	private static TorchTensorEntry view(final long... shape) {
		return TorchTensorEntry.of(ElementType.F32, "0", 12, shape);
	}

	private void assertRefused(final byte[] archive, final String reason)
		throws IOException
	{
		final Path path = write(archive);
		final StableSamException e = assertThrows(StableSamException.class,
			() -> open(path));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
	}

	private Path write(final byte[] archive) throws IOException {
		return Files.write(folder.resolve("model.pt"), archive);
	}

	private static float[] array(final TensorFile file, final String name) {
		final FloatBuffer buffer = file.read(name);
		final float[] result = new float[buffer.remaining()];
		buffer.get(result);
		return result;
	}

	private static Path golden(final String name) {
		try {
			return Paths.get(PyTorchFileTest.class.getResource("/golden/" + name)
				.toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
