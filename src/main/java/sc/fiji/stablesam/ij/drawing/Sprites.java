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

package sc.fiji.stablesam.ij.drawing;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Draws objects, each once for a view, and remembers how it was shown last.
 * Thread-safe, so that the event thread finds ready what others drew.
 */
final class Sprites {

	private static final Color PRESENT = new Color(0, 230, 255);
	private static final Color ACCEPTED = new Color(255, 215, 0);
	private static final float FILL = 0.3f;
	private static final float DIM = 0.55f;
	private static final float THICK = 2.2f;
	private static final float THIN = 1.2f;
	private static final float HALO = 1.8f;
	private static final int FONT = 12;
	/** Of lines, halos and numbers round the bounds of an outline. */
	private static final int MARGIN = 2 * FONT;

	/** As it was drawn last, as long as there is memory. */
	private final Map<Object, Reference<Drawn>> known = new WeakHashMap<>();

	/** @return one of the masks that were found for what is being drawn */
	Sprite of(final Found found, final int choice, final View view) {
		return get(found, List.of(choice, view), () -> {
			final Shape outline = view.onScreen(found.outline(choice));
			final Color color = found.mask(choice).quality().isUnstable()
				? Color.MAGENTA : PRESENT;
			return Sprite.of(around(outline), view, g -> {
				g.setComposite(AlphaComposite.SrcOver.derive(FILL));
				g.setColor(color);
				g.fill(outline);
				g.setComposite(AlphaComposite.SrcOver);
				// NB: while somebody drags, every millisecond is seen.
				if (found.isPreview()) line(g, outline, color, THICK);
				else stroke(g, outline, color, THICK);
			});
		});
	}

	/** @return dimmed, with its number */
	Sprite of(final Accepted object, final View view) {
		return get(object, List.of(view), () -> {
			final Shape outline = view.onScreen(object.outline());
			return Sprite.of(around(outline), view, g -> {
				g.setComposite(AlphaComposite.SrcOver.derive(DIM));
				stroke(g, outline, ACCEPTED, THIN);
				number(g, object.object().label(), outline.getBounds());
			});
		});
	}

	private static Rectangle around(final Shape outline) {
		final Rectangle bounds = outline.getBounds();
		bounds.grow(MARGIN, MARGIN);
		return bounds;
	}

	private static void stroke(final Graphics2D g, final Shape outline,
		final Color color, final float width)
	{
		line(g, outline, Color.BLACK, width + HALO);
		line(g, outline, color, width);
	}

	private static void line(final Graphics2D g, final Shape outline,
		final Color color, final float width)
	{
		g.setColor(color);
		g.setStroke(new BasicStroke(width));
		g.draw(outline);
	}

	private static void number(final Graphics2D g, final int label,
		final Rectangle bounds)
	{
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, FONT));
		final String number = Integer.toString(label);
		final float x = (float) bounds.getCenterX() - g.getFontMetrics()
			.stringWidth(number) / 2f;
		final float y = (float) bounds.getCenterY() + FONT / 3f;
		g.setColor(Color.BLACK);
		g.drawString(number, x + 1, y + 1);
		g.setColor(ACCEPTED);
		g.drawString(number, x, y);
	}

	/** NB: Nobody waits while another draws; at worst it is drawn twice. */
	private Sprite get(final Object owner, final List<Object> look,
		final Supplier<Sprite> drawing)
	{
		final Optional<Sprite> sprite = known(owner, look);
		if (sprite.isPresent()) return sprite.get();
		final Sprite drawn = drawing.get();
		remember(owner, new Drawn(look, drawn));
		return drawn;
	}

	private synchronized Optional<Sprite> known(final Object owner,
		final List<Object> look)
	{
		return Optional.ofNullable(known.get(owner)).map(Reference::get).filter(
			drawn -> drawn.look.equals(look)).map(drawn -> drawn.sprite);
	}

	private synchronized void remember(final Object owner, final Drawn drawn) {
		known.put(owner, new SoftReference<>(drawn));
	}

	private static final class Drawn {

		private final List<Object> look;
		private final Sprite sprite;

		Drawn(final List<Object> look, final Sprite sprite) {
			this.look = look;
			this.sprite = sprite;
		}
	}
}
