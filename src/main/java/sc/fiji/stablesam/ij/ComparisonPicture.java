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

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Two answers to the same prompts side by side, with the prompts, and each with
 * the name of what answered.
 */
final class ComparisonPicture {

	/** In pixels. */
	private static final int GAP = 12;

	/** The height of the names, as a share of the picture's width. */
	private static final int WIDTHS_A_LINE = 24;

	private ComparisonPicture() {}

	/** @return an RGB picture, on white */
	static BufferedImage of(final SegmentResult left, final SegmentResult right) {
		final BufferedImage[] panels = { panel(left), panel(right) };
		final String[] names = { left.modelName(), right.modelName() };
		final int line = Math.max(GAP, panels[0].getWidth() / WIDTHS_A_LINE);
		final BufferedImage picture = new BufferedImage(panels[0].getWidth() + GAP +
			panels[1].getWidth(), panels[0].getHeight() + 2 * line,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		graphics.setColor(Color.BLACK);
		graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, line));
		for (int i = 0; i < panels.length; i++) {
			final int x = i * (panels[0].getWidth() + GAP);
			graphics.drawImage(panels[i], x, 0, null);
			graphics.drawString(names[i], x, panels[i].getHeight() + line + line / 2);
		}
		graphics.dispose();
		return picture;
	}

	private static BufferedImage panel(final SegmentResult result) {
		final BufferedImage picture = OverlayPicture.of(result);
		final PlanePosition plane = result.objects().get(0).plane();
		final PromptPainter painter = PromptPainter.on(picture);
		for (final SegmentedObject object : result.objects())
			if (object.plane().equals(plane)) painter.draw(object.prompt().prompt());
		painter.close();
		return picture;
	}
}
