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

package sc.fiji.stablesam.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.train.AnnotatedPicture;

class UnannotatedFolderTest {

	private static final Path PICTURE = Paths.get("test-images",
		"nuclei-8bit.tif");

	@TempDir
	Path folder;

	@BeforeEach
	void copy() throws IOException {
		Files.createDirectories(folder.resolve("images"));
		Files.copy(PICTURE, image("Bild ä.tif"));
	}

	private Path image(final String name) {
		return folder.resolve("images").resolve(name);
	}

	@Test
	void labelsAreReadAsTheyWereFound() {
		final List<Mask> found = List.of(Masks.rectangle(3, 4, 20, 10), Masks
			.rectangle(50, 4, 9, 9), Masks.rectangle(60, 90, 5, 30));
		assertTrue(annotate(found));

		final AnnotatedPicture picture = AnnotatedFolders.open(folder).get(0).read(
			0);
		assertEquals("Bild ä", picture.name());
		assertEquals(3, picture.objects().size());
		for (int i = 0; i < 3; i++)
			assertEquals(1, picture.objects().get(i).iou(found.get(i)));
	}

	@Test
	void ofObjectsThatOverlapTheFirstIsSeen() {
		assertTrue(annotate(List.of(Masks.rectangle(10, 10, 10, 10), Masks
			.rectangle(15, 10, 10, 10), Masks.rectangle(50, 4, 9, 9))));
		final List<Mask> objects = AnnotatedFolders.open(folder).get(0).read(0)
			.objects();
		assertEquals(100, objects.get(0).area());
		assertEquals(50, objects.get(1).area());
	}

	@Test
	void ofTwoObjectsNothingIsLearnt() {
		assertFalse(annotate(List.of(Masks.rectangle(10, 10, 10, 10), Masks
			.rectangle(50, 4, 9, 9))));
		assertFalse(Files.exists(folder.resolve("labels")));
	}

	private boolean annotate(final List<Mask> found) {
		final UnannotatedFolder data = UnannotatedFolder.open(folder);
		assertEquals(List.of(image("Bild ä.tif")), data.images());
		return data.annotate(data.images().get(0), pixels -> found);
	}

	@Test
	void labelsThatAreThereStay() throws IOException {
		Files.createDirectories(folder.resolve("labels"));
		Files.write(folder.resolve("labels").resolve("Bild ä.png"), new byte[] {
			1 });
		Files.copy(PICTURE, image("b.tif"));
		Files.write(image("no image.txt"), new byte[] { 1 });
		assertEquals(List.of(image("b.tif")), UnannotatedFolder.open(folder)
			.images());
	}

	@Test
	void foldersWithoutImagesAreRefused() throws IOException {
		Files.delete(image("Bild ä.tif"));
		assertTrue(assertThrows(StableSamException.class, () -> UnannotatedFolder
			.open(folder)).getMessage().startsWith("There are no images in"));
		final String message = assertThrows(StableSamException.class,
			() -> UnannotatedFolder.open(folder.resolve("nowhere"))).getMessage();
		assertTrue(message.contains("it is not there"), message);
	}
}
