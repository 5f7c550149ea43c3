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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.SmallModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/** Encoded pictures that outlive the program. */
class EncodedFilesTest {

	private static final int SIDE = 96;

	private static SegmentationModel small;

	@TempDir
	Path folder;

	@BeforeAll
	static void load() {
		small = SegmentationModel.load(SmallModel.file(), DeviceChoice.CPU,
			Progress.NONE);
	}

	@AfterAll
	static void close() {
		small.close();
	}

	/** A bright square whose corner depends on a number. */
	private static RandomAccessibleInterval<ARGBType> picture(final int number) {
		final int[] pixels = new int[SIDE * SIDE];
		for (int y = 30 + number; y < 70; y++)
			for (int x = 20 + number; x < 60; x++)
				pixels[x + y * SIDE] = 0xffffffff;
		return ArrayImgs.argbs(pixels, SIDE, SIDE);
	}

	/** NB: Each time another cache, as in another program. */
	private static Mask answer(final SegmentationModel model, final int number,
		final Optional<EncodedFiles> files)
	{
		try (SessionCache cache = new SessionCache(Long.MAX_VALUE)) {
			cache.keepIn(files);
			try (SessionCache.Loan loan = cache.open(model, picture(number),
				Progress.NONE))
			{
				return loan.session().segment(List.of(Prompt.of(Box.of(15, 25, 50,
					50))), SegmentationOptions.defaults(), Progress.NONE).get(0);
			}
		}
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().collect(Collectors.toList());
		}
	}

	@NeedsModel
	@Test
	void whatWasEncodedIsReadAgain() throws IOException {
		try (SegmentationModel real = SegmentationModel.load(RealModel.file(),
			DeviceChoice.CPU, Progress.NONE))
		{
			assertReadAgain(real);
		}
	}

	private void assertReadAgain(final SegmentationModel model)
		throws IOException
	{
		final Optional<EncodedFiles> kept = Optional.of(new EncodedFiles(folder,
			Long.MAX_VALUE));
		final Mask plain = answer(model, 1, Optional.empty());
		assertEquals(plain, answer(model, 1, kept));
		final Path file = files().get(0);
		final FileTime old = FileTime.fromMillis(1_000_000);
		Files.setLastModifiedTime(file, old);
		final byte[] bytes = Files.readAllBytes(file);
		assertEquals(plain, answer(model, 1, kept));
		assertEquals(List.of(file), files());
		assertEquals(bytes.length, Files.size(file));
		assertTrue(Files.getLastModifiedTime(file).compareTo(old) > 0);
	}

	@Test
	void whatWasNotNeededForLongestGoes() throws IOException {
		final EncodedFiles all = new EncodedFiles(folder, Long.MAX_VALUE);
		answer(small, 1, Optional.of(all));
		final Path first = files().get(0);
		Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));
		answer(small, 2, Optional.of(all));
		assertEquals(2, files().size());
		answer(small, 3, Optional.of(new EncodedFiles(folder, 2 * Files.size(
			first))));
		assertEquals(2, files().size());
		assertTrue(Files.notExists(first));
	}

	/** A disk that cannot be written is no reason to answer nothing. */
	@Test
	void withoutRoomItIsAnsweredAllTheSame() throws IOException {
		final Path file = Files.writeString(folder.resolve("a file"), "");
		assertEquals(answer(small, 1, Optional.empty()), answer(small, 1, Optional
			.of(new EncodedFiles(file.resolve("folder"), Long.MAX_VALUE))));
	}
}
