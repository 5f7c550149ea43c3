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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickle programs, instruction by instruction. */
final class PickleWriter {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** Starts a program of protocol 2. */
	static PickleWriter start() {
		return new PickleWriter().op(0x80).op(2);
	}

	/** Ends the program. */
	byte[] stop() {
		return op('.').bytes();
	}

	byte[] bytes() {
		return out.toByteArray();
	}

	/** Adds an instruction, or a byte of an argument. */
	PickleWriter op(final int code) {
		out.write(code);
		return this;
	}

	PickleWriter text(final String text) {
		final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		op('X').int4(utf8.length);
		out.write(utf8, 0, utf8.length);
		return this;
	}

	/** Adds a number as short as possible, up to 64 bits. */
	PickleWriter number(final long number) {
		if (number >= 0 && number < 1 << 8) return op('K').op((int) number);
		if (number == (int) number) return op('J').int4((int) number);
		op(0x8a).op(Long.BYTES);
		final byte[] bytes = Bytes.longs(number);
		out.write(bytes, 0, bytes.length);
		return this;
	}

	PickleWriter tuple(final long... numbers) {
		op('(');
		for (final long number : numbers)
			number(number);
		return op('t');
	}

	PickleWriter global(final String module, final String name) {
		final byte[] line = (module + "\n" + name + "\n").getBytes(
			StandardCharsets.UTF_8);
		op('c');
		out.write(line, 0, line.length);
		return this;
	}

	/** Adds an empty ordered dictionary, to be filled. */
	PickleWriter orderedDict() {
		return global("collections", "OrderedDict").op(')').op('R');
	}

	/** Adds a tensor as PyTorch writes it. */
	PickleWriter tensor(final TorchTensorEntry entry) {
		global("torch._utils", "_rebuild_tensor_v2").op('(');
		op('(').text("storage").global("torch", entry.storageType()).text(entry
			.key()).text("cpu").number(entry.count()).op('t').op('Q');
		number(entry.offset()).tuple(entry.shape()).tuple(entry.strides());
		return op(0x89).orderedDict().op('t').op('R');
	}

	private PickleWriter int4(final int number) {
		final byte[] bytes = ByteBuffer.allocate(Integer.BYTES).order(
			ByteOrder.LITTLE_ENDIAN).putInt(number).array();
		out.write(bytes, 0, bytes.length);
		return this;
	}
}
