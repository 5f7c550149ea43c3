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

package sc.fiji.stablesam.model;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the contiguous float tensors of a checkpoint in PyTorch's zip format:
 * just enough of a pickle machine for the reference file.
 */
final class PickledTensors implements TensorSource {

	private static final Object MARK = new Object();

	private final Map<String, byte[]> entries = new HashMap<>();
	private final Map<String, List<?>> tensors = new LinkedHashMap<>();

	private PickledTensors(final File file) throws IOException {
		String prefix = null;
		try (ZipFile zip = new ZipFile(file)) {
			for (final ZipEntry e : Collections.list(zip.entries())) {
				entries.put(e.getName(), zip.getInputStream(e).readAllBytes());
				if (e.getName().endsWith("data.pkl")) prefix = e.getName().replace(
					"data.pkl", "");
			}
		}
		final Map<?, ?> root = (Map<?, ?>) new Machine(ByteBuffer.wrap(entries.get(
			prefix + "data.pkl")).order(ByteOrder.LITTLE_ENDIAN)).run();
		final Map<?, ?> model = root.containsKey("model") ? (Map<?, ?>) root.get(
			"model") : root;
		for (final Map.Entry<?, ?> e : model.entrySet()) {
			final List<?> rebuild = (List<?>) e.getValue();
			final List<?> storage = (List<?>) rebuild.get(0);
			tensors.put((String) e.getKey(), List.of(prefix + "data/" + storage.get(
				2), rebuild.get(1), rebuild.get(2), storage.get(1)));
		}
	}

	static PickledTensors read(final File file) throws IOException {
		return new PickledTensors(file);
	}

	@Override
	public Set<String> names() {
		return tensors.keySet();
	}

	@Override
	public long[] shape(final String name) {
		return ((List<?>) tensors.get(name).get(2)).stream().mapToLong(
			size -> (Integer) size).toArray();
	}

	@Override
	public FloatBuffer read(final String name) {
		final int offset = (Integer) tensors.get(name).get(1);
		int size = 1;
		for (final long side : shape(name))
			size *= side;
		final ByteBuffer bytes = ByteBuffer.wrap(entries.get(tensors.get(name).get(
			0))).order(ByteOrder.LITTLE_ENDIAN);
		final FloatBuffer values = FloatBuffer.allocate(size);
		for (int i = offset; i < offset + size; i++)
			values.put(value(bytes, i, (String) tensors.get(name).get(3)));
		return values.flip();
	}

	private static float value(final ByteBuffer bytes, final int i,
		final String storage)
	{
		switch (storage) {
			case "torch FloatStorage":
				return bytes.getFloat(4 * i);
			case "torch HalfStorage":
				return half(bytes.getShort(2 * i));
			case "torch LongStorage":
				return bytes.getLong(8 * i);
			default:
				throw new IllegalStateException(storage);
		}
	}

	private static float half(final short bits) {
		final int exponent = bits >> 10 & 31;
		final int fraction = bits & 1023;
		final double value = exponent == 0 ? fraction * 0x1p-24 : (1024 +
			fraction) * Math.pow(2, exponent - 25);
		return (float) (bits < 0 ? -value : value);
	}

	/** A pickle machine; whatever is called becomes the list of its arguments. */
	private static final class Machine {

		private final ByteBuffer code;
		private final Deque<Object> stack = new ArrayDeque<>();
		private final Map<Integer, Object> memo = new HashMap<>();

		Machine(final ByteBuffer code) {
			this.code = code;
		}

		Object run() {
			for (int op = code.get(); op != '.'; op = code.get())
				if (!value(op & 0xff)) structure(op & 0xff);
			return stack.pop();
		}

		/** Opcodes that push a literal or remember one. */
		private boolean value(final int op) {
			switch (op) {
				case 0x80:
					code.get();
					return true;
				case 'K':
					return push(code.get() & 0xff);
				case 'M':
					return push(code.getShort() & 0xffff);
				case 'J':
					return push(code.getInt());
				case 'X':
					return push(text(code.getInt()));
				case 0x89:
					return push(false);
				case 'c':
					return push(line() + " " + line());
				case '(':
					return push(MARK);
				case 'q':
					memo.put(code.get() & 0xff, stack.peek());
					return true;
				case 'r':
					memo.put(code.getInt(), stack.peek());
					return true;
				case 'h':
					return push(memo.get(code.get() & 0xff));
				case 'j':
					return push(memo.get(code.getInt()));
				default:
					return false;
			}
		}

		/** Opcodes that put things together. */
		private void structure(final int op) {
			switch (op) {
				case '}':
					push(new LinkedHashMap<>());
					break;
				case ')':
					push(Collections.emptyList());
					break;
				case 0x85:
				case 0x86:
				case 0x87:
					push(pop(op - 0x84));
					break;
				case 't':
					push(popToMark());
					break;
				case 'Q':
					break;
				case 'R':
					call();
					break;
				case 's':
					put(pop(2));
					break;
				case 'u':
					put(popToMark());
					break;
				case 'b':
					stack.pop();
					break;
				default:
					throw new IllegalStateException("Opcode " + op);
			}
		}

		private void call() {
			final Object arguments = stack.pop();
			final Object callee = stack.pop();
			push(callee.equals("collections OrderedDict") ? new LinkedHashMap<>()
				: arguments);
		}

		@SuppressWarnings("unchecked")
		private void put(final List<Object> pairs) {
			final Map<Object, Object> map = (Map<Object, Object>) stack.peek();
			for (int i = 0; i < pairs.size(); i += 2)
				map.put(pairs.get(i), pairs.get(i + 1));
		}

		private boolean push(final Object o) {
			stack.push(o);
			return true;
		}

		private List<Object> pop(final int n) {
			final List<Object> items = new ArrayList<>();
			for (int i = 0; i < n; i++)
				items.add(0, stack.pop());
			return items;
		}

		private List<Object> popToMark() {
			final List<Object> items = new ArrayList<>();
			for (Object o = stack.pop(); o != MARK; o = stack.pop())
				items.add(0, o);
			return items;
		}

		private String text(final int length) {
			final byte[] bytes = new byte[length];
			code.get(bytes);
			return new String(bytes, StandardCharsets.UTF_8);
		}

		private String line() {
			final StringBuilder line = new StringBuilder();
			for (char c = (char) code.get(); c != '\n'; c = (char) code.get())
				line.append(c);
			return line.toString();
		}
	}
}
