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

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.StableSamException;

/**
 * Runs the program that a pickle is, for checkpoints only: it can make numbers,
 * text, lists, dictionaries, and descriptions of tensors. Whatever else a
 * program asks for is refused by name; nothing of it is looked up or run.
 * <p>
 * Numbers become {@link Long} or {@link Double}, tuples and lists {@link List},
 * dictionaries {@link Map} by text (entries with other keys are not kept, since
 * no tensor is called so), None {@code null}.
 */
final class PickleMachine {

	/** Far more than a checkpoint of thousands of tensors has. */
	private static final int MAX_STEPS = 1_000_000;

	private final PickleReader in;
	private final Path path;
	private final PickleStack stack = new PickleStack();
	private final Map<Integer, Object> memo = new HashMap<>();

	private PickleMachine(final ByteBuffer program, final Path path) {
		in = new PickleReader(program);
		this.path = path;
	}

	/**
	 * @param path of the checkpoint, for messages
	 * @return the value that the program makes
	 * @throws StableSamException if it asks for something that is not allowed
	 * @throws IllegalArgumentException if it is no sound program
	 */
	static Object run(final ByteBuffer program, final Path path) {
		try {
			return new PickleMachine(program, path).run();
		}
		catch (final BufferUnderflowException | IndexOutOfBoundsException
				| ClassCastException | NullPointerException e)
		{
			throw new IllegalArgumentException("No sound pickle", e);
		}
	}

	private Object run() {
		for (int step = 0; step < MAX_STEPS; step++) {
			final PickleOpcode opcode = opcode();
			if (opcode == PickleOpcode.STOP) return stack.pop();
			if (!pushValue(opcode) && !putTogether(opcode) && !remember(opcode))
				reachBeyond(opcode);
		}
		throw new IllegalArgumentException("The pickle is too long");
	}

	private PickleOpcode opcode() {
		final int code = in.uint1();
		return PickleOpcode.of(code).orElseThrow(() -> forbidden(
			"the pickle instruction " + String.format("0x%02x", code)));
	}

	private boolean pushValue(final PickleOpcode opcode) {
		switch (opcode) {
			case PROTO:
				in.uint1();
				return true;
			case FRAME:
				in.int8();
				return true;
			case NONE:
				return stack.push(null);
			case NEWTRUE:
				return stack.push(true);
			case NEWFALSE:
				return stack.push(false);
			case BININT:
				return stack.push((long) in.int4());
			case BININT1:
				return stack.push((long) in.uint1());
			case BININT2:
				return stack.push((long) in.uint2());
			case LONG1:
				return stack.push(in.integer(in.uint1()));
			case BINFLOAT:
				return stack.push(in.float8());
			case BINUNICODE:
				return stack.push(in.text(in.int4()));
			case SHORT_BINUNICODE:
				return stack.push(in.text(in.uint1()));
			default:
				return false;
		}
	}

	private boolean putTogether(final PickleOpcode opcode) {
		switch (opcode) {
			case MARK:
				return stack.mark();
			case EMPTY_TUPLE:
			case EMPTY_LIST:
				return stack.push(new ArrayList<>());
			case TUPLE:
				return stack.push(stack.popToMark());
			case TUPLE1:
				return stack.push(stack.pop(1));
			case TUPLE2:
				return stack.push(stack.pop(2));
			case TUPLE3:
				return stack.push(stack.pop(3));
			case APPEND:
				return append(stack.pop(1));
			case APPENDS:
				return append(stack.popToMark());
			case EMPTY_DICT:
				return stack.push(new LinkedHashMap<String, Object>());
			case SETITEM:
				return put(stack.pop(2));
			case SETITEMS:
				return put(stack.popToMark());
			default:
				return false;
		}
	}

	private boolean remember(final PickleOpcode opcode) {
		switch (opcode) {
			case BINPUT:
				memo.put(in.uint1(), stack.top());
				return true;
			case LONG_BINPUT:
				memo.put(in.int4(), stack.top());
				return true;
			case MEMOIZE:
				memo.put(memo.size(), stack.top());
				return true;
			case BINGET:
				return stack.push(remembered(in.uint1()));
			case LONG_BINGET:
				return stack.push(remembered(in.int4()));
			default:
				return false;
		}
	}

	private void reachBeyond(final PickleOpcode opcode) {
		switch (opcode) {
			case GLOBAL:
				stack.push(global(in.line() + "." + in.line()));
				break;
			case STACK_GLOBAL:
				final List<Object> names = stack.pop(2);
				stack.push(global((String) names.get(0) + "." + (String) names.get(1)));
				break;
			case REDUCE:
				final List<?> arguments = (List<?>) stack.pop();
				stack.push(((PickleGlobal) stack.pop()).call(arguments));
				break;
			case BUILD:
				// NB: Ordered dictionaries have attributes, but not of weights.
				stack.pop();
				stack.top(Map.class);
				break;
			default: // BINPERSID
				stack.push(storage((List<?>) stack.pop()));
		}
	}

	/** @param id "storage", type, key, device, number of elements */
	private static TorchStorage storage(final List<?> id) {
		if (!"storage".equals(id.get(0))) throw new ClassCastException(
			"Not a storage");
		return new TorchStorage(((PickleGlobal) id.get(1)).elements(), (String) id
			.get(2), (Long) id.get(4));
	}

	private PickleGlobal global(final String name) {
		return PickleGlobal.named(name).orElseThrow(() -> forbidden(Quote.of(
			name)));
	}

	private Object remembered(final int index) {
		if (!memo.containsKey(index)) throw new IndexOutOfBoundsException(index);
		return memo.get(index);
	}

	@SuppressWarnings("unchecked")
	private boolean append(final List<Object> items) {
		return stack.top(List.class).addAll(items) || items.isEmpty();
	}

	@SuppressWarnings("unchecked")
	private boolean put(final List<Object> pairs) {
		final Map<String, Object> map = stack.top(Map.class);
		for (int i = 0; i < pairs.size(); i += 2)
			if (pairs.get(i) instanceof String) map.put((String) pairs.get(i), pairs
				.get(i + 1));
		return true;
	}

	private StableSamException forbidden(final String what) {
		return new StableSamException("The weight file " + path + " asks for " +
			what +
			", which weights do not need and which was not run: save the bare weights with torch.save(model.state_dict(), ...) and give that file.");
	}
}
