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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.mask.Mask;

class CloseUpViewTest {

	private static final int BRIGHT = 0xffc86432;
	private static final int DARK = 0xff000000;

	/** Objects are bright, all else is dark. */
	private static AnnotatedPicture picture(final Mask... objects) {
		final RandomAccessibleInterval<ARGBType> image = ArrayImgs.argbs(400, 300);
		for (int y = 0; y < 300; y++)
			for (int x = 0; x < 400; x++)
				image.getAt(x, y).set(isInside(List.of(objects), x, y) ? BRIGHT : DARK);
		return AnnotatedPicture.of("discs", image, List.of(objects));
	}

	private static boolean isInside(final List<Mask> objects, final int x,
		final int y)
	{
		return objects.stream().anyMatch(object -> object.contains(x, y));
	}

	private static int at(final AnnotatedPicture picture, final int x,
		final int y)
	{
		return picture.image().getAt(x, y).get();
	}

	/** NB: Whichever way it is turned, pixels and masks stay together. */
	@Test
	void objectsStayOnTheirPixels() {
		final AnnotatedPicture whole = picture(Pictures.disc(50, 40, 30), Pictures
			.rectangle(120, 60, 50, 10), Pictures.mask(300, 200, "######", "#.....",
				"#.....", "#.....", "#.....", "#.....", "#.....", "######"));
		int objects = 0;
		for (int number = 0; number < 40; number++) {
			final AnnotatedPicture view = CloseUpView.draw(whole, number, 0);
			objects += view.objects().size();
			for (final Mask object : view.objects())
				for (int y = 0; y < view.height(); y++)
					for (int x = 0; x < view.width(); x++)
						if (object.contains(x, y)) assertNotEquals(background(view), at(
							view, x, y), view.name());
		}
		assertTrue(objects > 40);
	}

	/** @return the colour of most pixels of the picture's rim and inside */
	private static int background(final AnnotatedPicture view) {
		int dark = 0;
		int bright = 0;
		int last = 0;
		for (final ARGBType pixel : net.imglib2.view.Views.flatIterable(view
			.image()))
		{
			final boolean isDark = pixel.get() == DARK || pixel.get() == 0xffffffff;
			if (isDark) {
				dark++;
				last = pixel.get();
			}
			else bright++;
		}
		assertTrue(dark > 0 && bright > 0);
		return last;
	}

	@Test
	void theObjectIsShownWholeAndLarger() {
		final AnnotatedPicture whole = picture(Pictures.disc(50, 40, 12));
		for (int number = 0; number < 40; number++) {
			final AnnotatedPicture view = CloseUpView.draw(whole, number, 0);
			assertEquals(1, view.objects().size());
			assertEquals(whole.objects().get(0).area(), view.objects().get(0).area());
			final double shown = 12 * 1024.0 / Math.max(view.width(), view.height());
			assertTrue(shown > 30 && shown < 401, view + " shows " + shown);
		}
	}

	@Test
	void aNumberGivesTheSameViewAndAnotherAnother() {
		final AnnotatedPicture whole = picture(Pictures.disc(50, 40, 30));
		final AnnotatedPicture view = CloseUpView.draw(whole, 3, 0);
		final AnnotatedPicture again = CloseUpView.draw(whole, 3, 0);
		assertEquals(view.objects(), again.objects());
		assertEquals(at(view, 5, 7), at(again, 5, 7));
		assertNotEquals(view.objects(), CloseUpView.draw(whole, 4, 0).objects());
	}

	@Test
	void whatIsPaintedAnewHasTheSameObjects() {
		final AnnotatedPicture whole = picture(Pictures.disc(50, 40, 30));
		int others = 0;
		for (int number = 0; number < 40; number++) {
			final AnnotatedPicture view = CloseUpView.draw(whole, number, 0);
			final AnnotatedPicture painted = CloseUpView.draw(whole, number, 1);
			assertEquals(view.objects(), painted.objects());
			assertEquals(view.width(), painted.width());
			final AnnotatedPicture some = CloseUpView.draw(whole, number, 0.5);
			final boolean isPainted = CloseUpView.isRepainted(whole, number, 0.5);
			assertEquals(at(isPainted ? painted : view, 5, 7), at(some, 5, 7));
			if (isPainted) others++;
		}
		assertTrue(others > 10 && others < 30, others + " painted anew");
	}

	@Test
	void objectsThatAreMostlyOutsideAreLeftOut() {
		final AnnotatedPicture whole = picture(Pictures.disc(20, 20, 30), Pictures
			.rectangle(100, 0, 20, 300));
		for (int number = 0; number < 40; number++)
			for (final Mask object : CloseUpView.draw(whole, number, 0).objects())
				assertTrue(object.area() >= whole.objects().get(0).area() / 2);
	}

	@Test
	void aPictureWithoutObjectsStays() {
		final AnnotatedPicture empty = picture();
		assertSame(empty, CloseUpView.draw(empty, 1, 0));
	}
}
