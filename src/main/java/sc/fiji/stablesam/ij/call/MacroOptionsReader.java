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

package sc.fiji.stablesam.ij.call;

import java.util.Optional;

/**
 * Splits the text of macro options into keys and values, by the rules of
 * ImageJ's {@code Macro.getValue}: a value ends at a blank, unless it stands in
 * brackets (which may nest) or in single quotes.
 */
final class MacroOptionsReader {

	private final String text;
	private int at;
	private String key;
	private String value;
	private boolean variable;

	MacroOptionsReader(final String text) {
		this.text = text;
	}

	/** Goes to the next option. @return whether there is one */
	boolean next() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
		if (at == text.length()) return false;
		final int start = at;
		while (at < text.length() && text.charAt(at) != '=' && !Character
			.isWhitespace(text.charAt(at)))
			at++;
		key = text.substring(start, at);
		value = null;
		variable = false;
		if (at < text.length() && text.charAt(at) == '=') readValue();
		return true;
	}

	/** @return the key of the option, as written */
	String key() {
		return key;
	}

	/** @return the value without its brackets, unless the key stands alone */
	Optional<String> value() {
		return Optional.ofNullable(value);
	}

	/** @return whether the value names a macro variable, as in {@code &name} */
	boolean isVariable() {
		return variable;
	}

	private void readValue() {
		at++;
		final char first = at < text.length() ? text.charAt(at) : ' ';
		final int start = at;
		if (first == '[') {
			at = closingBracket();
			value = text.substring(start + 1, at++);
		}
		else if (first == '\'') {
			at = found(text.indexOf('\'', start + 1), first);
			value = text.substring(start + 1, at++);
		}
		else {
			while (at < text.length() && !Character.isWhitespace(text.charAt(at)))
				at++;
			value = text.substring(start, at);
			variable = first == '&';
		}
	}

	private int closingBracket() {
		int depth = 0;
		for (int i = at; i < text.length(); i++) {
			if (text.charAt(i) == '[') depth++;
			if (text.charAt(i) == ']' && --depth == 0) return i;
		}
		return found(-1, '[');
	}

	private int found(final int index, final char opening) {
		if (index < 0) throw new IllegalArgumentException(
			"The value of the option '" + key + "' begins with " + opening +
				" but does not end.");
		return index;
	}

	/** @return a value as it must be written so that it is read back the same */
	static String quote(final String value) {
		final boolean plain = !value.isEmpty() && value.chars().noneMatch(
			Character::isWhitespace) && "['&".indexOf(value.charAt(0)) < 0;
		if (plain) return value;
		if (bracketsMatch(value)) return "[" + value + "]";
		if (value.indexOf('\'') < 0) return "'" + value + "'";
		throw new IllegalArgumentException("A macro cannot hold the value '" +
			value + "', because of its brackets and quotes.");
	}

	private static boolean bracketsMatch(final String value) {
		int depth = 0;
		for (final char c : value.toCharArray()) {
			if (c == '[') depth++;
			if (c == ']' && --depth < 0) return false;
		}
		return depth == 0;
	}
}
