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

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names and shapes of a checkpoint, without its elements. */
final class ShapeList implements TensorFile {

	private final Map<String, long[]> shapes = new LinkedHashMap<>();

	/** @param name of one of the lists in the test resources */
	static ShapeList of(final String name) throws IOException {
		final ShapeList list = new ShapeList();
		for (final String line : Files.readAllLines(checkpoint(name + ".txt"))) {
			final String[] parts = line.split(" ", -1);
			list.put(parts[0], parts[1].isEmpty() ? new long[0] : Arrays.stream(
				parts[1].split("x")).mapToLong(Long::parseLong).toArray());
		}
		return list;
	}

	/** @return a file beside those lists */
	static Path checkpoint(final String fileName) {
		try {
			return Paths.get(ShapeList.class.getResource("/checkpoints/" + fileName)
				.toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	ShapeList put(final String name, final long... shape) {
		shapes.put(name, shape);
		return this;
	}

	ShapeList remove(final String name) {
		shapes.remove(name);
		return this;
	}

	/** @return those whose names match only */
	ShapeList only(final String pattern) {
		shapes.keySet().removeIf(name -> !name.matches(pattern));
		return this;
	}

	/** @return the same list with another beginning of names */
	ShapeList renamed(final String from, final String to) {
		final ShapeList result = new ShapeList();
		shapes.forEach((name, shape) -> result.put(name.startsWith(from) ? to + name
			.substring(from.length()) : name, shape));
		return result;
	}

	Map<String, String> asText() {
		return shapes.entrySet().stream().collect(Collectors.toMap(
			Map.Entry::getKey, e -> Arrays.toString(e.getValue())));
	}

	@Override
	public Map<String, String> metadata() {
		return Map.of();
	}

	@Override
	public Set<String> names() {
		return shapes.keySet();
	}

	@Override
	public long[] shape(final String name) {
		return shapes.get(name).clone();
	}

	@Override
	public ByteBuffer bytes(final String name) {
		throw new UnsupportedOperationException("A list has no elements.");
	}

	@Override
	public void close() {}
}
