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

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How a person came to an object: what they pointed at first, which of the
 * masks for it they meant, and clicks that refined it, each with the mask
 * before it fed back. Immutable. Most objects have one step only.
 * <p>
 * As text, {@code box:x,y,width,height} is a box, {@code +x,y} and {@code -x,y}
 * are clicks, and {@code mask:n} means that of the masks for all before it,
 * counted from 0, the n-th was meant where the first is not; for instance
 * {@code box:10,20,30,40 mask:2 +15,50.5}. What was drawn first can also be a
 * scribble on the object, {@code line:x,y,x,y...}, or a box and the area that
 * was drawn in it, {@code area:x,y,width,height,} and then how many pixels are
 * outside, inside, outside and so on, row by row.
 */
public final class Refinement {

	private static final String BOX = "box:";
	private static final String LINE = "line:";
	private static final String AREA = "area:";
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
		if (word.startsWith(LINE)) return scribble(Prompt.empty(), word, text);
		if (!word.startsWith(BOX)) throw wrong(text);
		final double[] n = numbers(word.substring(BOX.length()), 4, text);
		return of(Prompt.of(Box.of(n[0], n[1], n[2], n[3])));
	}

	private static Refinement scribble(final Prompt before, final String word,
		final String text)
	{
		final double[] n = numbers(word.substring(LINE.length()), text);
		if (n.length % 2 != 0) throw wrong(text);
		Prompt scribble = before;
		for (int i = 0; i < n.length; i += 2)
			scribble = scribble.with(Click.foreground(n[i], n[i + 1]));
		return of(scribble);
	}

	private Refinement and(final String word, final String text) {
		if (word.startsWith(AREA)) return drawn(numbers(word.substring(AREA
			.length()), text), text);
		if (word.startsWith(LINE) && isPlain() && prompt.clicks().isEmpty())
			return scribble(prompt, word, text);
		if (!word.startsWith(MASK)) return with(click(word, text));
		final double n = numbers(word.substring(MASK.length()), 1, text)[0];
		if (n < 0 || n != (int) n) throw wrong(text);
		return choosing((int) n);
	}

	private Refinement drawn(final double[] numbers, final String text) {
		if (!isPlain() || !prompt.box().isPresent() || prompt.hint().isPresent())
			throw wrong(text);
		try {
			return of(prompt.with(MaskHint.drawn(AreaText.mask(numbers))));
		}
		catch (final IllegalArgumentException exc) {
			throw wrong(text);
		}
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
		final double[] numbers = numbers(list, text);
		if (numbers.length != count) throw wrong(text);
		return numbers;
	}

	private static double[] numbers(final String list, final String text) {
		try {
			return Arrays.stream(list.split(",", -1)).mapToDouble(Double::parseDouble)
				.toArray();
		}
		catch (final NumberFormatException exc) {
			throw wrong(text);
		}
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

	/**
	 * @return text that {@link #parse} reads back as this, but for background
	 *         clicks and logits in the first step
	 */
	@Override
	public String toString() {
		final String start = before == null ? first() : before + " " + last();
		return choice == 0 ? start : start + " " + MASK + choice;
	}

	private String first() {
		final Optional<String> box = prompt.box().map(b -> BOX + join(b.minX(), b
			.minY(), b.width(), b.height()));
		final Optional<String> area = prompt.hint().filter(MaskHint::isDrawn).map(
			hint -> AREA + join(AreaText.numbers(hint.drawnMask())));
		return Stream.of(box, area, clicks()).flatMap(Optional::stream).collect(
			Collectors.joining(" "));
	}

	/** @return those of the first step */
	private Optional<String> clicks() {
		if (prompt.clicks().isEmpty()) return Optional.empty();
		final boolean alone = prompt.clicks().size() == 1 && !prompt.box()
			.isPresent();
		return Optional.of(alone ? last() : LINE + join(prompt.clicks().stream()
			.flatMapToDouble(click -> DoubleStream.of(click.x(), click.y()))
			.toArray()));
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
