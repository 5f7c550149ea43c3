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

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The options of one macro call, {@code run("Command", "key=value flag")}, as a
 * map: lower-case keys, values with blanks in brackets, and flags as
 * {@code flag}, {@code flag=true} or {@code flag=false}. Immutable.
 * <p>
 * It reads the options itself because ImageJ's and SciJava's dialogs disagree
 * on flags and both take misspelt keys and values without a word; here they are
 * {@link IllegalArgumentException}s whose message is a sentence for the user.
 */
public final class MacroOptions {

	/** What a flag without a value is stored as. */
	private static final String BARE = "";

	private final Map<String, String> values;

	private MacroOptions(final Map<String, String> values) {
		this.values = Collections.unmodifiableMap(values);
	}

	static MacroOptions none() {
		return new MacroOptions(new LinkedHashMap<>());
	}

	/** @param text as a macro passes it; null counts as empty */
	static MacroOptions parse(final String text) {
		return parse(text, name -> null);
	}

	/**
	 * @param text as a macro passes it; null counts as empty
	 * @param variables the values of the macro's variables by name, for
	 *          {@code key=&variable}; gives null for a name that is none
	 */
	static MacroOptions parse(final String text,
		final UnaryOperator<String> variables)
	{
		final MacroOptionsReader reader = new MacroOptionsReader(text == null ? ""
			: text);
		final Map<String, String> values = new LinkedHashMap<>();
		while (reader.next()) {
			final String key = reader.key().toLowerCase(Locale.ROOT);
			final String value = reader.value().orElse(BARE);
			final String old = values.put(key, reader.isVariable() ? variable(value
				.substring(1), variables) : value);
			if (old != null) throw new IllegalArgumentException("The option '" + key +
				"' stands there twice; leave one of them away.");
		}
		return new MacroOptions(values);
	}

	private static String variable(final String name,
		final UnaryOperator<String> variables)
	{
		final String value = variables.apply(name);
		if (value == null) throw new IllegalArgumentException(
			"The macro has no variable '" + name + "'.");
		return value;
	}

	/** @return these options and one more, in place of its old value if any */
	MacroOptions with(final String key, final String value) {
		final Map<String, String> more = new LinkedHashMap<>(values);
		more.put(key, Objects.requireNonNull(value));
		return new MacroOptions(more);
	}

	/** @return these options and one flag more, if it is set */
	MacroOptions withFlag(final String key, final boolean set) {
		return set ? with(key, BARE) : this;
	}

	/**
	 * @throws IllegalArgumentException if there is any other option than these
	 */
	void allowOnly(final String... keys) {
		for (final String key : values.keySet())
			if (!Arrays.asList(keys).contains(key))
				throw new IllegalArgumentException("There is no option '" + key +
					"'; choose from " + String.join(", ", keys) +
					", and put values with blanks in brackets, as in key=[two words].");
	}

	/** @return the value of an option, if it is given */
	Optional<String> text(final String key) {
		final String value = values.get(key);
		if (BARE.equals(value)) throw new IllegalArgumentException("The option '" +
			key + "' needs a value, as in " + key + "=value.");
		return Optional.ofNullable(value);
	}

	/** @return whether a flag is set; false if it is not given */
	boolean flag(final String key) {
		return flag(key, false);
	}

	/** @return whether a flag is set; as the fallback says if it is not given */
	boolean flag(final String key, final boolean fallback) {
		final String value = values.getOrDefault(key, Boolean.toString(fallback));
		if (value.equals(BARE) || value.equalsIgnoreCase("true")) return true;
		if (value.equalsIgnoreCase("false")) return false;
		throw new IllegalArgumentException("The option '" + key +
			"' is true or false, not '" + value + "'.");
	}

	/** @return the value of an option that is a number, if it is given */
	Optional<Double> number(final String key) {
		return text(key).map(value -> {
			try {
				return Double.valueOf(value);
			}
			catch (final NumberFormatException exc) {
				throw new IllegalArgumentException("The option '" + key +
					"' is a number, not '" + value + "'.", exc);
			}
		});
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof MacroOptions && ((MacroOptions) o).values.equals(
			values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/** @return text that {@link #parse(String)} reads back as these options */
	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder();
		values.forEach((key, value) -> {
			if (text.length() > 0) text.append(' ');
			text.append(key);
			if (!value.equals(BARE)) text.append('=').append(MacroOptionsReader.quote(
				value));
		});
		return text.toString();
	}
}
