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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Writes flatbuffers for fixtures, front to back. */
final class FlatWriter {

	/** What a table's field can point to. */
	private interface Item {

		/** @return where it was written */
		int write(FlatWriter out);
	}

	/** A table by field number: numbers stand in it, items are pointed to. */
	static final class Table implements Item {

		private final TreeMap<Integer, Object> fields = new TreeMap<>();

		Table with(final int field, final int number) {
			fields.put(field, number);
			return this;
		}

		Table with(final int field, final String text) {
			return with(field, array(1, text.getBytes(StandardCharsets.UTF_8)));
		}

		Table with(final int field, final long[] numbers) {
			return with(field, array(Long.BYTES, Bytes.longs(numbers)));
		}

		Table with(final int field, final byte[] bytes) {
			return with(field, array(1, bytes));
		}

		Table with(final int field, final Table table) {
			fields.put(field, table);
			return this;
		}

		Table with(final int field, final Table... tables) {
			return with(field, list(Arrays.asList(tables)));
		}

		Table with(final int field, final List<String> texts) {
			fields.put(field, list(Arrays.asList(texts.stream().map(text -> array(1,
				text.getBytes(StandardCharsets.UTF_8))).toArray(Item[]::new))));
			return this;
		}

		private Table with(final int field, final Item item) {
			fields.put(field, item);
			return this;
		}

		@Override
		public int write(final FlatWriter out) {
			final int count = fields.isEmpty() ? 0 : fields.lastKey() + 1;
			final int directory = out.at;
			final int table = directory + (2 + count) * Short.BYTES;
			out.buffer.putShort(directory, (short) (table - directory));
			out.buffer.putInt(table, table - directory);
			out.at = table + Integer.BYTES + fields.size() * Integer.BYTES;
			int slot = table + Integer.BYTES;
			for (final int field : fields.keySet()) {
				out.buffer.putShort(directory + (2 + field) * Short.BYTES,
					(short) (slot - table));
				out.put(slot, fields.get(field));
				slot += Integer.BYTES;
			}
			return table;
		}
	}

	private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(
		ByteOrder.LITTLE_ENDIAN);
	private int at = 2 * Integer.BYTES;

	/** @return a whole file */
	static byte[] file(final String identifier, final Table root) {
		final FlatWriter out = new FlatWriter();
		out.put(0, root);
		for (int i = 0; i < identifier.length(); i++)
			out.buffer.put(Integer.BYTES + i, (byte) identifier.charAt(i));
		return Arrays.copyOf(out.buffer.array(), out.at);
	}

	private void put(final int slot, final Object value) {
		buffer.putInt(slot, value instanceof Item ? ((Item) value).write(this) -
			slot : (Integer) value);
	}

	private static Item array(final int elementSize, final byte[] contents) {
		return out -> {
			final int start = out.at;
			out.buffer.putInt(start, contents.length / elementSize);
			out.at = start + Integer.BYTES + contents.length;
			for (int i = 0; i < contents.length; i++)
				out.buffer.put(start + Integer.BYTES + i, contents[i]);
			return start;
		};
	}

	private static Item list(final List<? extends Item> items) {
		return out -> {
			final int start = out.at;
			out.buffer.putInt(start, items.size());
			out.at = start + Integer.BYTES + items.size() * Integer.BYTES;
			for (int i = 0; i < items.size(); i++)
				out.put(start + Integer.BYTES * (1 + i), items.get(i));
			return start;
		};
	}
}
