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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.SmallModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** What is known again, and what has to go. */
class SessionCacheTest {

	private static final int SIDE = 64;

	private static SegmentationModel model;

	@BeforeAll
	static void load() {
		model = SegmentationModel.load(SmallModel.file(), DeviceChoice.CPU,
			Progress.NONE);
	}

	@AfterAll
	static void close() {
		model.close();
	}

	/** A picture in which one pixel has the given colour. */
	private static RandomAccessibleInterval<ARGBType> picture(final int color) {
		final int[] pixels = new int[SIDE * SIDE];
		pixels[pixels.length - 1] = 0xff000000 | color;
		return ArrayImgs.argbs(pixels, SIDE, SIDE);
	}

	private static SegmentationSession visit(final SessionCache cache,
		final int color)
	{
		try (SessionCache.Loan loan = cache.open(model, picture(color),
			Progress.NONE))
		{
			return loan.session();
		}
	}

	private static void assertOpen(final SegmentationSession session) {
		assertEquals(4, session.candidates(Prompt.of(Click.foreground(3, 3)),
			SegmentationOptions.defaults()).size());
	}

	private static void assertClosed(final SegmentationSession session) {
		assertThrows(IllegalStateException.class, () -> session.candidates(Prompt
			.of(Click.foreground(3, 3)), SegmentationOptions.defaults()));
	}

	@Test
	void theSamePixelsAreKnownAgain() {
		final SessionCache cache = new SessionCache(Long.MAX_VALUE);
		final SegmentationSession first = visit(cache, 1);
		assertSame(first, visit(cache, 1));
		assertNotSame(first, visit(cache, 2));
		assertEquals(2, cache.size());
		assertTrue(cache.bytes() > 2 * 5_000_000 && cache.bytes() < 2 * 10_000_000,
			cache.bytes() + " bytes");
		cache.close();
		assertClosed(first);
		assertThrows(IllegalStateException.class, () -> visit(cache, 1));
	}

	@Test
	void whatWasNotNeededForLongestGoes() {
		try (SessionCache cache = new SessionCache(Long.MAX_VALUE)) {
			visit(cache, 1);
			final long one = cache.bytes();
			try (SessionCache small = new SessionCache(2 * one)) {
				final SegmentationSession first = visit(small, 1);
				final SegmentationSession second = visit(small, 2);
				visit(small, 1);
				visit(small, 3);
				assertOpen(first);
				assertClosed(second);
				assertEquals(2 * one, small.bytes());
			}
		}
	}

	@Test
	void turnedImagesGoFirst() {
		try (SessionCache cache = new SessionCache(Long.MAX_VALUE)) {
			visit(cache, 1);
			final long one = cache.bytes();
			try (SessionCache small = new SessionCache(2 * one)) {
				final SegmentationSession first = visit(small, 1);
				lookAgain(first);
				assertTrue(small.bytes() > one, small.bytes() + " bytes");
				final SegmentationSession second = visit(small, 2);
				assertEquals(2 * one, small.bytes());
				assertOpen(first);
				assertOpen(second);
				lookAgain(first);
			}
		}
	}

	private static void lookAgain(final SegmentationSession session) {
		final EncodedViews<ImageFrame> turned = session.secondLooks().turned();
		synchronized (turned) {
			assertEquals(SIDE, turned.of(session.image().frame(), Progress.NONE)
				.frame().width());
		}
	}

	@Test
	void whatIsBorrowedStays() {
		final SessionCache cache = new SessionCache(0);
		final SessionCache.Loan loan = cache.open(model, picture(1), Progress.NONE);
		assertClosed(visit(cache, 2));
		assertOpen(loan.session());
		cache.close();
		assertOpen(loan.session());
		loan.close();
		loan.close();
		assertClosed(loan.session());
	}

	@Test
	void cancelledEncodingLeavesNothing() {
		try (SessionCache cache = new SessionCache(Long.MAX_VALUE)) {
			assertThrows(CancellationException.class, () -> cache.open(model, picture(
				1), new CancelAt(2)));
			assertEquals(0, cache.size());
			assertOpen(visit(cache, 1));
		}
	}

	/** As a person goes through a stack, back and forth. */
	@Test
	void memoryStaysBounded() {
		try (SessionCache cache = new SessionCache(Long.MAX_VALUE)) {
			visit(cache, 0);
			final long budget = 3 * cache.bytes();
			try (SessionCache bounded = new SessionCache(budget)) {
				for (int i = 0; i < 30; i++) {
					visit(bounded, Math.abs(i % 6 - 3));
					assertTrue(bounded.bytes() <= budget);
				}
				assertEquals(3, bounded.size());
			}
		}
	}

	/** NB: Java frees direct buffers when it likes, often gigabytes later. */
	@Test
	void encodingLeavesNoDirectBuffers() {
		try (SessionCache cache = new SessionCache(0)) {
			visit(cache, 0);
			final long before = directBytes();
			for (int i = 1; i <= 3; i++)
				visit(cache, i);
			assertTrue(directBytes() - before < 1_000_000, directBytes() - before +
				" bytes more");
		}
	}

	private static long directBytes() {
		return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
			.filter(pool -> pool.getName().equals("direct")).mapToLong(
				BufferPoolMXBean::getMemoryUsed).sum();
	}
}
