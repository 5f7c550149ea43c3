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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;

@NeedsModel
public class ModelCacheTest {

	@Test
	public void loadsOnceAndAgainWhenTheFileChanged(@TempDir final Path folder)
		throws IOException
	{
		final Path file = folder.resolve(FileNames.of("ein Mödell.safetensors"));
		Files.copy(RealModel.file(), file);
		final SegmentationModel first;
		final SegmentationModel second;
		try (ModelCache cache = new ModelCache()) {
			first = get(cache, file);
			assertSame(first, get(cache, file));
			assertSame(first, get(cache, folder.resolve(".").resolve(file
				.getFileName())));
			Files.setLastModifiedTime(file, FileTime.fromMillis(0));
			second = get(cache, file);
			assertNotSame(first, second);
			assertSame(second, get(cache, file));
		}
		assertClosed(first);
		assertClosed(second);
	}

	@Test
	public void failureIsNotKept(@TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("later.safetensors");
		try (ModelCache cache = new ModelCache()) {
			assertThrows(StableSamException.class, () -> get(cache, file));
			Files.copy(RealModel.file(), file);
			assertSame(get(cache, file), get(cache, file));
		}
	}

	private static void assertClosed(final SegmentationModel model) {
		assertEquals("The model is closed.", assertThrows(
			IllegalStateException.class, () -> model.open(ArrayImgs.argbs(1, 1),
				Progress.NONE)).getMessage());
	}

	private static SegmentationModel get(final ModelCache cache,
		final Path file)
	{
		return cache.get(file, DeviceChoice.CPU, Progress.NONE);
	}
}
