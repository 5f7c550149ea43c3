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
import java.util.Locale;

/** Finds constants by the names that people write for them. */
public final class Choices {

	private Choices() {}

	/**
	 * @param key the option, for the message
	 * @param name the constant's {@code toString()} or {@code name()}, in any
	 *          case, with blanks or underscores between words
	 * @throws IllegalArgumentException if there is no such constant
	 */
	public static <E extends Enum<E>> E find(final Class<E> type,
		final String key, final String name)
	{
		final String wanted = normal(name);
		return Arrays.stream(type.getEnumConstants()).filter(choice -> normal(choice
			.toString()).equals(wanted) || normal(choice.name()).equals(wanted))
			.findFirst().orElseThrow(() -> new IllegalArgumentException(
				"There is no choice '" + name + "' for the option '" + key +
					"'; choose one of " + String.join(", ", names(type)) + "."));
	}

	/** @return the names of all constants, in their order */
	public static <E extends Enum<E>> String[] names(final Class<E> type) {
		return Arrays.stream(type.getEnumConstants()).map(Object::toString).toArray(
			String[]::new);
	}

	private static String normal(final String name) {
		return name.trim().replace('_', ' ').toLowerCase(Locale.ROOT);
	}
}
