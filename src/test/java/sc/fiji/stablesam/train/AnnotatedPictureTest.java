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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;

public class AnnotatedPictureTest {

	@Test
	public void objectsTooSmallToJudgeAreLeftOut() {
		final Mask twenty = Pictures.rectangle(2, 3, 5, 4);
		final Mask nineteen = Pictures.rectangle(0, 0, 19, 1);
		assertEquals(List.of(twenty), Pictures.of("a", 30, 20, nineteen, twenty)
			.objects());
	}

	@Test
	public void objectsBeyondTheImageAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Pictures.of("a", 30, 20,
			Pictures.rectangle(26, 0, 5, 4)));
		assertThrows(IllegalArgumentException.class, () -> Pictures.of("a", 30, 20,
			Pictures.rectangle(0, -1, 5, 4)));
	}

	@Test
	public void imagesElsewhereAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> AnnotatedPicture.of("a",
			Views.interval(ArrayImgs.argbs(9, 9), FinalInterval.createMinSize(1, 0, 3,
				3)), List.of()));
	}
}
