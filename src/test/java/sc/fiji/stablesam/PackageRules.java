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

package sc.fiji.stablesam;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may know whom: which of our packages, and which libraries that belong to
 * certain packages only. Whatever is not allowed here is forbidden.
 */
final class PackageRules {

	static final String ROOT = "sc.fiji.stablesam";

	/** Stands for the root package itself. */
	private static final String TOP = "";

	private static final Map<String, Set<String>> KNOWS = new LinkedHashMap<>();
	private static final Map<String, Set<String>> OWNERS = new LinkedHashMap<>();

	static {
		final String[] values = { TOP, "image", "prompt", "mask" };
		final String[] networks = join(values, "model", "weights");
		final String[] engine = join(networks, "train");
		final String[] core = join(engine, "session");
		final String[] imagej = join(core, "ij");
		KNOWS.put(TOP, set());
		for (final String name : new String[] { "image", "prompt", "mask" })
			KNOWS.put(name, set(TOP));
		for (final String name : new String[] { "model", "weights" })
			KNOWS.put(name, set(values));
		KNOWS.put("train", set(networks));
		KNOWS.put("session", set(engine));
		KNOWS.put("ij", set(core));
		for (final String name : new String[] { "command", "ui", "cli" })
			KNOWS.put(name, set(imagej));

		for (final String windows : new String[] { "ij", "java.awt",
			"javax.swing" })
			OWNERS.put(windows, set("ij", "command", "ui"));
		OWNERS.put("ai.djl", set("train", "model", "weights", "session"));
		OWNERS.put("org.scijava", set("command", "ui"));
		OWNERS.put("net.imagej", set("command", "ui"));
		OWNERS.put("picocli", set("cli"));
	}

	private PackageRules() {}

	/** @return what is wrong with one class mentioning another, if anything */
	static Optional<String> complaint(final String from, final String to) {
		final Optional<String> owner = place(from);
		if (!owner.isPresent()) return Optional.of(from +
			" is outside the project's packages");
		if (!KNOWS.containsKey(owner.get())) return Optional.of(from +
			" is in a package without rules");
		final Optional<String> target = place(to);
		final boolean allowed = target.isPresent() ? target.get().equals(owner
			.get()) || KNOWS.get(owner.get()).contains(target.get()) : mayUseLibrary(
				owner.get(), to);
		return allowed ? Optional.empty() : Optional.of(from + " must not know " +
			to);
	}

	private static boolean mayUseLibrary(final String owner, final String to) {
		return OWNERS.entrySet().stream().filter(e -> to.startsWith(e.getKey() +
			".")).allMatch(e -> e.getValue().contains(owner));
	}

	/** @return the first package below the root, if the class is ours */
	private static Optional<String> place(final String className) {
		if (!className.startsWith(ROOT + ".")) return Optional.empty();
		final String[] parts = className.substring(ROOT.length() + 1).split("\\.");
		return Optional.of(parts.length == 1 ? TOP : parts[0]);
	}

	private static Set<String> set(final String... names) {
		return new HashSet<>(Arrays.asList(names));
	}

	private static String[] join(final String[] names, final String... more) {
		final String[] all = Arrays.copyOf(names, names.length + more.length);
		System.arraycopy(more, 0, all, names.length, more.length);
		return all;
	}
}
