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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

public class AnnotatedSetTest {

	private final List<String> read = new ArrayList<>();
	private final AnnotatedSet set = AnnotatedSet.of("set", IntStream.range(0, 20)
		.mapToObj(i -> "picture" + (char) ('a' + i)).collect(Collectors.toList()),
		name -> {
			read.add(name);
			return Pictures.of(name, 4, 4);
		});

	@Test
	public void picturesAreReadWhenTheyAreAskedFor() {
		assertEquals(20, set.size());
		assertEquals(List.of(), read);
		assertEquals("pictured", set.read(3).name());
		assertEquals(List.of("pictured"), read);
	}

	@Test
	public void aSampleKeepsTheOrderAndGrows() {
		final List<String> five = set.sample(5, 1).pictures();
		final List<String> nine = set.sample(9, 1).pictures();
		assertEquals(5, five.size());
		assertEquals(five.stream().sorted().distinct().collect(Collectors.toList()),
			five);
		assertTrue(nine.containsAll(five), five + " of " + nine);
		assertEquals(five, set.sample(5, 1).pictures());
		assertNotEquals(five, set.sample(5, 2).pictures());
	}

	@Test
	public void aSampleOfMoreThanThereAreIsAll() {
		assertSame(set, set.sample(20, 1));
		assertThrows(IllegalArgumentException.class, () -> set.sample(0, 1));
	}
}
