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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;

/** Installing models from files. */
public class ModelImportTest {

	/** How a model called Größe 2 is named on the disk. */
	private static final String GROESSE = FileNames.of("größe").contains("_")
		? "gr_e_2.safetensors" : "größe_2.safetensors";

	@TempDir
	Path temporary;

	private Path folder;
	private ModelStore store;

	@BeforeEach
	public void openStore() {
		folder = temporary.resolve(FileNames.of("möre models"));
		store = ModelStore.of(folder, TinyModel.catalog());
	}

	@Test
	public void checkpointsGoWhereFetchedOnesGo() {
		final Path file = TinyModel.write(temporary.resolve(
			"copy of it.safetensors"), TinyModel.NAME);
		assertEquals(folder.resolve("tiny.safetensors"), store.importFile(file,
			Progress.NONE));
		assertEquals(folder.resolve("tiny.safetensors"), store.ensure(
			TinyModel.NAME, Progress.NONE));
		assertTrue(store.verify(Progress.NONE).get(0).isWhole());
		assertTrue(Files.exists(file));
	}

	@Test
	public void namesCanBeChosen() {
		final Path file = TinyModel.write(temporary.resolve("x.safetensors"),
			TinyModel.NAME);
		assertEquals(folder.resolve(GROESSE), store.importFile(file, " Größe 2! ",
			Progress.NONE));
		assertEquals(folder.resolve(GROESSE), store.resolve("größe 2!"));
		assertThrows(IllegalArgumentException.class, () -> store.importFile(file,
			" ?! ", Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> store.importFile(file,
			"../..", Progress.NONE));
	}

	@Test
	public void otherModelsAreNotReplaced() throws IOException {
		final Path first = TinyModel.write(temporary.resolve("1.safetensors"),
			"Mine", 1);
		final Path second = TinyModel.write(temporary.resolve("2.safetensors"),
			"Mine", 2);
		final Path installed = store.importFile(first, Progress.NONE);
		assertEquals(installed, store.importFile(first, Progress.NONE));
		final byte[] before = Files.readAllBytes(installed);
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store.importFile(second, Progress.NONE));
		assertTrue(e.getMessage().contains("'Mine'"), e.getMessage());
		assertArrayEquals(before, Files.readAllBytes(installed));
	}

	@Test
	public void wrongModelsAreRefusedByKey() {
		assertRefused(write(Map.of("architecture", "tiny"), Map.of("matrix",
			new long[] { 2, 3 })), "'bias'");
		assertRefused(write(Map.of("architecture", "tiny"), Map.of("matrix",
			new long[] { 3, 2 }, "bias", new long[] { 2 })),
			"'matrix' of shape [3, 2]");
		assertRefused(write(Map.of("architecture", "tiny"), Map.of("matrix",
			new long[] { 2, 3 }, "bias", new long[] { 2 }, "more", new long[] { 1 })),
			"'more'");
		assertRefused(write(Map.of("architecture", "other"), Map.of("x",
			new long[] { 1 })), "does not say which model");
		assertRefused(write(Map.of(), Map.of("x", new long[] { 1 })),
			"does not say which model");
	}

	@Test
	public void filesInTheFolderAreImportedWhenTheyAreUsed() throws IOException {
		Files.createDirectories(folder);
		final Path dropped = Files.copy(ShapeList.checkpoint("sam_vit_tiny.pth"),
			folder.resolve(FileNames.of("Größe 3.pth")));
		final String name = dropped().get(0).name();
		assertEquals(dropped, store.resolve(name));
		final Path installed = store.ensure(name, Progress.NONE);
		assertEquals("sam_vit", InstalledModel.of(installed).architecture());
		assertEquals(List.of(), dropped());
		final FileTime before = Files.getLastModifiedTime(installed);
		assertEquals(installed, store.ensure(dropped.toString(), Progress.NONE));
		assertEquals(installed, store.ensure(name, Progress.NONE));
		assertEquals(before, Files.getLastModifiedTime(installed));
		Files.setLastModifiedTime(dropped, FileTime.fromMillis(1000));
		assertEquals(1, dropped().size());
	}

	private List<DroppedFile> dropped() {
		return ListedModel.in(List.of(store)).stream().flatMap(model -> model
			.dropped().stream()).collect(Collectors.toList());
	}

	@ParameterizedTest
	@CsvSource({ "sam_vit_tiny.pth, sam_vit, 174",
		"mobile_sam_tiny.pt, mobile_sam, 285",
		"sam2_hiera_tiny_bfloat.pt, sam2_hiera, 221" })
	public void publishersCheckpointsAreConverted(final String fileName,
		final String architecture, final int count)
	{
		final Path file = ShapeList.checkpoint(fileName);
		final Path installed = store.importFile(file, Progress.NONE);
		final String id = fileName.replaceAll("\\..*", "");
		assertEquals(folder.resolve(id + ".safetensors"), installed);
		assertEquals(installed, store.importFile(file, Progress.NONE));
		assertTrue(store.verify(Progress.NONE).get(0).isWhole());
		assertEquals(architecture, store.installed().get(0).architecture());
		assertEquals(id, store.installed().get(0).name());
		try (SafetensorsFile ours = SafetensorsFile.open(installed);
				PyTorchFile published = PyTorchFile.open(file))
		{
			assertEquals(count, ours.names().size());
			for (final String name : ours.names()) {
				assertArrayEquals(published.shape(name), ours.shape(name), name);
				assertEquals(published.bytes(name), ours.bytes(name), name);
			}
		}
	}

	@Test
	public void convertedCheckpointsCanBeCarriedOn() {
		final Path installed = store.importFile(ShapeList.checkpoint(
			"mobile_sam_tiny.pt"), "Carried", Progress.NONE);
		final ModelStore other = ModelStore.of(temporary.resolve("other"), TinyModel
			.catalog());
		assertEquals("carried.safetensors", other.importFile(installed,
			Progress.NONE).getFileName().toString());
		assertTrue(other.verify(Progress.NONE).get(0).isWhole());
	}

	/** A file that is called like it is not yet the model that can be fetched. */
	@Test
	public void namesOfTheCatalogAreNotTaken() throws IOException {
		final Path file = Files.copy(ShapeList.checkpoint("mobile_sam_tiny.pt"),
			temporary.resolve("Tiny.pt"));
		assertEquals(folder.resolve("tiny_imported.safetensors"), store.importFile(
			file, Progress.NONE));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store.importFile(file, "tiny model", Progress.NONE));
		assertTrue(e.getMessage().contains("'tiny model' belongs"), e.getMessage());
		assertEquals(folder.resolve("mobile_sam.safetensors"), store.importFile(
			Files.copy(file, temporary.resolve("!!.pt")), Progress.NONE));
	}

	@Test
	public void publishedFilesThatDoNotFitAreRefused() throws IOException {
		final TorchWriter weights = new TorchWriter().add("diam_mean",
			ElementType.F32, Bytes.floats(30), 1);
		assertRefused(Files.write(temporary.resolve("cyto3.pth"), weights
			.archive()), "looks like a Cellpose model");
		assertRefused(Files.writeString(temporary.resolve("x.PT"), "PK"),
			"is not a PyTorch checkpoint");
		assertRefused(Files.write(temporary.resolve("sam.pt"), weights.add(
			"image_encoder.blocks.0.norm1.weight", ElementType.F32, Bytes.floats(1),
			1).archive()), "lacks the tensor 'image_encoder.pos_embed'");
		assertRefused(Files.write(temporary.resolve("shell.pt"), ZipWriter.plain(
			weights.files(PickleWriter.start().global("os", "system").text("ls").op(
				0x85).op('R').stop()))), "asks for 'os.system'");
	}

	@Test
	public void damagedCheckpointsAreRefused() throws IOException {
		final Path file = TinyModel.write(temporary.resolve("x.safetensors"),
			TinyModel.NAME);
		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 3] ^= 16;
		Files.write(file, bytes);
		assertRefused(file, "checksum is wrong");
	}

	@Test
	public void otherFilesAreRefused() throws IOException {
		assertRefused(Files.writeString(temporary.resolve("x.zip"), "PK"),
			"cannot be imported");
		assertRefused(Files.writeString(temporary.resolve("x.tgz"), "PK"),
			"cannot be read");
		assertRefused(Files.writeString(temporary.resolve("x.onnx"), "PK"),
			HieraTinyExport.ENCODER.name() + " is missing");
		assertRefused(temporary.resolve("away.safetensors"), "does not exist");
		assertRefused(Files.createDirectory(temporary.resolve("folder.tgz")),
			"does not exist");
	}

	@Test
	public void cancelLeavesNothing() {
		final Path file = TinyModel.write(temporary.resolve("x.safetensors"),
			TinyModel.NAME);
		assertThrows(CancellationException.class, () -> store.importFile(file,
			new CancelWhen(() -> true)));
		assertEquals(List.of(), store.installed());
	}

	@Test
	@NeedsModel
	public void exportedNetworksAreConverted() {
		final ModelStore real = ModelStore.at(folder);
		final Path installed = real.importFile(RealModel.ortEncoder(),
			"From a pair", Progress.NONE);
		assertEquals(folder.resolve("from_a_pair.safetensors"), installed);
		try (SafetensorsFile ours = SafetensorsFile.open(installed);
				SafetensorsFile fetched = SafetensorsFile.open(RealModel.file()))
		{
			assertEquals(fetched.names(), ours.names());
			for (final String name : fetched.names())
				assertEquals(fetched.bytes(name), ours.bytes(name), name);
		}
	}

	@Test
	@NeedsModel
	public void networksOfAnotherModelAreRefused() throws IOException {
		final Path encoder = Files.copy(RealModel.ortEncoder(), temporary.resolve(
			HieraTinyExport.ENCODER.name()));
		final Path decoder = Files.copy(RealModel.onnxDecoder(), temporary.resolve(
			HieraTinyExport.DECODER.name()));
		final byte[] bytes = Files.readAllBytes(decoder);
		bytes[bytes.length / 2] ^= 1;
		Files.write(decoder, bytes);
		assertRefused(encoder, "not the genuine " + HieraTinyExport.DECODER.name());
	}

	private void assertRefused(final Path file, final String reason) {
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store.importFile(file, Progress.NONE));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertTrue(e.getMessage().contains(temporary.toString()), e.getMessage());
		assertEquals(List.of(), store.installed());
	}

	private Path write(final Map<String, String> metadata,
		final Map<String, long[]> shapes)
	{
		final Path file = temporary.resolve("other.safetensors");
		try (SafetensorsWriter writer = SafetensorsWriter.create(file, metadata,
			shapes))
		{
			shapes.forEach((name, shape) -> writer.write(name, ByteBuffer.allocate(
				(int) StoredTensor.byteCount(ElementType.F32, shape))));
			writer.commit(Progress.NONE);
		}
		return file;
	}
}
