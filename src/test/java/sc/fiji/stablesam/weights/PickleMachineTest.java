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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.StableSamException;

/** Pickle programs, written instruction by instruction. */
public class PickleMachineTest {

	private static final Path FILE = Paths.get("somebody's.pt");

	@Test
	public void plainValuesAreMade() {
		final PickleWriter program = PickleWriter.start().op('(');
		program.op('N').op(0x88).op(0x89).number(200).number(-3).number(1L << 40);
		program.op('M').op(1).op(2).text("größe").op(0x8c).op(1).op('y');
		program.op('G').op(0x3f).op(0xf8).op(0).op(0).op(0).op(0).op(0).op(0);
		program.op(0x8a).op(0).op(0x8a).op(9).op(0).op(0).op(0).op(0).op(0).op(0)
			.op(0).op(0).op(1);
		assertEquals(Arrays.asList(null, true, false, 200L, -3L, 1L << 40, 513L,
			"größe", "y", 1.5, 0L, BigInteger.ONE.shiftLeft(64)), run(program.op(
				't')));
	}

	@Test
	public void listsAndDictionariesAreFilled() {
		assertEquals(List.of(1L, 2L, 3L), run(PickleWriter.start().op(']').number(1)
			.op('a').op('(').number(2).number(3).op('e')));
		assertEquals(Map.of("a", 1L, "b", List.of(2L)), run(PickleWriter.start().op(
			'}').op('(').text("a").number(1).text("b").number(2).op(0x85).op('u')));
		assertEquals(Map.of("a", List.of(1L, 2L)), run(PickleWriter.start().op('}')
			.text("a").number(1).number(2).op(0x86).op('s').number(5).text("no name")
			.op('s')));
	}

	@Test
	public void valuesAreRemembered() {
		assertEquals(List.of("x", "x", "x"), run(PickleWriter.start().text("x").op(
			'q').op(7).op('h').op(7).op('j').op(7).op(0).op(0).op(0).op(0x87)));
		assertEquals(List.of("x", "x"), run(PickleWriter.start().text("x").op(0x94)
			.op('h').op(0).op(0x86)));
	}

	@Test
	public void tensorsAreDescribed() {
		final TorchTensor tensor = (TorchTensor) run(PickleWriter.start().global(
			"torch._utils", "_rebuild_parameter").op('(').tensor(TorchTensorEntry.of(
				ElementType.BF16, "5", 6, 2, 3)).op(0x88).op('}').op('t').op('R'));
		assertEquals("5", tensor.storage().key());
		assertEquals(ElementType.BF16, tensor.storage().type());
		assertTrue(tensor.fits());
	}

	@Test
	public void attributesOfDictionariesAreLeftOut() {
		assertEquals(Map.of(), run(PickleWriter.start().orderedDict().op('}').text(
			"_metadata").op('N').op('s').op('b')));
	}

	@ParameterizedTest
	@CsvSource({ "os, system", "builtins, eval", "posix, system", "torch, load",
		"torch._utils, _rebuild_tensor", "torch, ComplexStorage",
		"java.lang.Runtime, getRuntime", "numpy.core.multiarray, scalar",
		"collections, OrderedDict.fromkeys", "argparse, Namespace" })
	public void otherNamesAreRefused(final String module, final String name) {
		assertTrue(refusal(PickleWriter.start().global(module, name).text("ls").op(
			0x85).op('R')).contains("'" + module + "." + name + "'"));
		assertTrue(refusal(PickleWriter.start().text(module).text(name).op(0x93))
			.contains("'" + module + "." + name + "'"));
	}

	/** Everything that makes objects of classes, or runs on old protocols. */
	@ParameterizedTest
	@ValueSource(ints = { 'i', 'o', 0x81, 0x92, 'P', 0x82, 0x83, 0x84, 'F', 'I',
		'L', 'S', 'T', 'U', 'V', 'g', 'p', 'd', 'l', '0', '1', '2', 'B', 'C', 0x8b,
		0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x96, 0x97, 0x98, 0xff, 0 })
	public void otherInstructionsAreRefused(final int code) {
		assertTrue(refusal(PickleWriter.start().op('}').op(code)).contains(String
			.format("instruction 0x%02x", code)));
	}

	@Test
	public void namesInMessagesArePrintable() {
		final String message = refusal(PickleWriter.start().global("o\u0007s\u2028",
			"x".repeat(1000)));
		assertTrue(message.contains("'o?s?.xxx"), message);
		assertTrue(message.length() < 500, message);
	}

	@Test
	public void unsoundProgramsAreNone() {
		final PickleWriter[] programs = { PickleWriter.start(), new PickleWriter(),
			PickleWriter.start().op('t'), PickleWriter.start().op('('), PickleWriter
				.start().number(1).op('(').op('a'), PickleWriter.start().number(1).op(
					'(').op(0x85), PickleWriter.start().op('h').op(3), PickleWriter
						.start().op('}').op('(').text("a").op('u'), PickleWriter.start().op(
							'N').number(1).op('a'), PickleWriter.start().op(']').text("a")
								.number(1).op('s'), PickleWriter.start().op('X').op(255).op(255)
									.op(255).op(127), PickleWriter.start().op('X').op(255).op(255)
										.op(255).op(255), PickleWriter.start().text("torch").op(')')
											.op('R'), PickleWriter.start().op('N').op(')').op('R'),
			PickleWriter.start().global("torch", "FloatStorage").op(')').op('R'),
			PickleWriter.start().global("torch._utils", "_rebuild_tensor_v2").op(')')
				.op('R'), PickleWriter.start().global("collections", "OrderedDict")
					.number(1).op(0x85).op('R'), PickleWriter.start().number(1).op('N')
						.op('b'), PickleWriter.start().op(')').op('Q'), PickleWriter.start()
							.op(']').op('q').op(0).op(']').op('h').op(0).op(0x93) };
		for (int i = 0; i < programs.length; i++) {
			final ByteBuffer program = ByteBuffer.wrap(i < 2 ? programs[i].bytes()
				: programs[i].stop());
			assertThrows(IllegalArgumentException.class, () -> PickleMachine.run(
				program, FILE), "program " + i);
		}
	}

	/** A list in itself must not be walked through. */
	@Test
	public void valuesMayHoldThemselves() {
		final List<?> list = (List<?>) run(PickleWriter.start().op(']').op('q').op(
			0).op('h').op(0).op('a'));
		assertEquals(1, list.size());
		assertFalse(list.get(0) instanceof String);
	}

	@Test
	public void endlessProgramsEnd() {
		final PickleWriter program = PickleWriter.start();
		for (int i = 0; i < 1_000_001; i++)
			program.op(']');
		assertThrows(IllegalArgumentException.class, () -> run(program));
	}

	@Test
	public void noneIsAValue() {
		assertNull(run(PickleWriter.start().op('N')));
	}

	private static Object run(final PickleWriter program) {
		return PickleMachine.run(ByteBuffer.wrap(program.stop()), FILE);
	}

	private static String refusal(final PickleWriter program) {
		final String message = assertThrows(StableSamException.class, () -> run(
			program)).getMessage();
		assertTrue(message.contains(FILE.toString()), message);
		assertTrue(message.contains("was not run"), message);
		return message;
	}
}
