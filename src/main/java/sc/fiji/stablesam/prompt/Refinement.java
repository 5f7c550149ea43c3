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

package sc.fiji.stablesam.prompt;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How a person came to an object: what they pointed at first, which of the
 * masks for it they meant, and clicks that refined it, each with the mask
 * before it fed back. Immutable. Most objects have one step only.
 * <p>
 * As text, {@code box:x,y,width,height} is a box, {@code +x,y} and {@code -x,y}
 * are clicks, and {@code mask:n} means that of the masks for all before it,
 * counted from 0, the n-th was meant where the first is not; for instance
 * {@code box:10,20,30,40 mask:2 +15,50.5}.
 */
public final class Refinement {

	private static final String BOX = "box:";
	private static final String MASK = "mask:";

	private final Refinement before;
	private final Prompt prompt;
	private final int choice;

	private Refinement(final Refinement before, final Prompt prompt,
		final int choice)
	{
		this.before = before;
		this.prompt = Objects.requireNonNull(prompt);
		this.choice = choice;
	}

	/** @return one step */
	public static Refinement of(final Prompt prompt) {
		return new Refinement(null, prompt, 0);
	}

	/**
	 * @throws IllegalArgumentException if the text is none; the message is a
	 *           sentence for the user
	 */
	public static Refinement parse(final String text) {
		Refinement found = null;
		for (final String word : text.trim().split("\\s+"))
			found = found == null ? first(word, text) : found.and(word, text);
		return found;
	}

	private static Refinement first(final String word, final String text) {
		if (word.startsWith("+")) return of(Prompt.of(click(word, text)));
		if (!word.startsWith(BOX)) throw wrong(text);
		final double[] n = numbers(word.substring(BOX.length()), 4, text);
		return of(Prompt.of(Box.of(n[0], n[1], n[2], n[3])));
	}

	private Refinement and(final String word, final String text) {
		if (!word.startsWith(MASK)) return with(click(word, text));
		final double n = numbers(word.substring(MASK.length()), 1, text)[0];
		if (n < 0 || n != (int) n) throw wrong(text);
		return choosing((int) n);
	}

	private static Click click(final String word, final String text) {
		if (!word.startsWith("+") && !word.startsWith("-")) throw wrong(text);
		final double[] n = numbers(word.substring(1), 2, text);
		return word.startsWith("+") ? Click.foreground(n[0], n[1]) : Click
			.background(n[0], n[1]);
	}

	private static double[] numbers(final String list, final int count,
		final String text)
	{
		final String[] parts = list.split(",", -1);
		if (parts.length != count) throw wrong(text);
		final double[] numbers = new double[count];
		try {
			for (int i = 0; i < count; i++)
				numbers[i] = Double.parseDouble(parts[i]);
		}
		catch (final NumberFormatException exc) {
			throw wrong(text);
		}
		return numbers;
	}

	private static IllegalArgumentException wrong(final String text) {
		return new IllegalArgumentException("'" + text +
			"' does not tell how an object was drawn; that reads like 'box:10,20,30,40 mask:2 +15,50.5 -60,7'.");
	}

	/** @return the same, of whose masks another is meant */
	public Refinement choosing(final int newChoice) {
		return new Refinement(before, prompt, newChoice);
	}

	/** @return refined by one more click */
	public Refinement with(final Click click) {
		return new Refinement(this, prompt.with(click), 0);
	}

	/** @return nothing for the first step */
	public Optional<Refinement> before() {
		return Optional.ofNullable(before);
	}

	/** @return all that was pointed at, without masks that are fed back */
	public Prompt prompt() {
		return prompt;
	}

	/** @return which of the masks for it is meant, from 0 */
	public int choice() {
		return choice;
	}

	/** @return whether it is no more than its prompt */
	public boolean isPlain() {
		return before == null && choice == 0;
	}

	/** @return the text, unless it began with a drawn mask */
	public Optional<String> text() {
		return prompt.hint().isPresent() ? Optional.empty() : Optional.of(
			toString());
	}

	@Override
	public String toString() {
		final String start = before == null ? first() : before + " " + last();
		return choice == 0 ? start : start + " " + MASK + choice;
	}

	private String first() {
		if (!prompt.box().isPresent()) return last();
		final Box box = prompt.box().get();
		return BOX + join(box.minX(), box.minY(), box.width(), box.height());
	}

	private String last() {
		final Click click = prompt.clicks().get(prompt.clicks().size() - 1);
		return (click.isForeground() ? "+" : "-") + join(click.x(), click.y());
	}

	private static String join(final double... numbers) {
		final StringBuilder text = new StringBuilder();
		for (final double number : numbers)
			text.append(text.length() == 0 ? "" : ",").append(number == Math.rint(
				number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(
					number));
		return text.toString();
	}
}
