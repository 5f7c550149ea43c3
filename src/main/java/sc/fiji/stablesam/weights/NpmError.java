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

package sc.fiji.stablesam.weights;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a few words of the many lines that npm writes when it fails.
 */
final class NpmError {

	private static final Pattern CODE = Pattern.compile(
		"npm (?:error|ERR!) code (\\w+)");
	private static final Pattern SENTENCE = Pattern.compile(
		"npm (?:error|ERR!) (?!code |errno |syscall |path |network |A complete log)(\\S+ .*)");
	private static final Set<String> OUT_OF_REACH = Set.of("ENOTFOUND",
		"EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH",
		"EHOSTUNREACH", "ERR_SOCKET_TIMEOUT", "ENOTCACHED");

	private NpmError() {}

	/**
	 * @param said everything that npm wrote
	 * @return part of a sentence, without a full stop
	 */
	static String reason(final String said) {
		final Matcher code = CODE.matcher(said);
		final String found = code.find() ? code.group(1) : "";
		if (OUT_OF_REACH.contains(found)) return "its registry is out of reach: " +
			found;
		if ("E404".equals(found)) return "its registry has no such package";
		if ("ENOSPC".equals(found)) return "there is no room left on the disk";
		final Matcher sentence = SENTENCE.matcher(said);
		if (sentence.find()) return sentence.group(1).trim();
		return found.isEmpty() ? "it gave no reason" : found;
	}
}
