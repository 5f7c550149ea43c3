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

import java.util.Optional;

/**
 * The instructions of Python's pickle format, protocols 2 to 5, that write
 * plain values: numbers, text, lists, dictionaries, and calls by name, of which
 * {@link PickleGlobal} allows a few. There is no other one here.
 */
enum PickleOpcode {

		/** Says which protocol follows; its argument changes nothing for us. */
		PROTO(0x80), FRAME(0x95), STOP('.'),

		// Values that an instruction holds itself.
		NONE('N'), NEWTRUE(0x88), NEWFALSE(0x89), BININT('J'), BININT1('K'),
		BININT2('M'), LONG1(0x8a), BINFLOAT('G'), BINUNICODE('X'), SHORT_BINUNICODE(
			0x8c),

		// Values that are put together of others.
		MARK('('), EMPTY_TUPLE(')'), TUPLE('t'), TUPLE1(0x85), TUPLE2(0x86), TUPLE3(
			0x87), EMPTY_LIST(']'), APPEND('a'), APPENDS('e'), EMPTY_DICT('}'),
		SETITEM('s'), SETITEMS('u'),

		// Values that are used more than once.
		BINPUT('q'), LONG_BINPUT('r'), MEMOIZE(0x94), BINGET('h'), LONG_BINGET('j'),

		// What lies beyond plain values.
		GLOBAL('c'), STACK_GLOBAL(0x93), REDUCE('R'), BUILD('b'), BINPERSID('Q');

	private static final PickleOpcode[] BY_CODE = new PickleOpcode[256];

	static {
		for (final PickleOpcode op : values())
			BY_CODE[op.code] = op;
	}

	private final int code;

	PickleOpcode(final int code) {
		this.code = code;
	}

	/** @return the instruction of that byte, if it is one of these */
	static Optional<PickleOpcode> of(final int code) {
		return Optional.ofNullable(BY_CODE[code & 0xff]);
	}
}
