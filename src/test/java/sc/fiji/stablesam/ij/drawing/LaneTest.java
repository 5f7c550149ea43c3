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

package sc.fiji.stablesam.ij.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final List<Integer> answered = Collections.synchronizedList(
		new ArrayList<>());

	@AfterEach
	void stop() throws InterruptedException {
		threads.shutdown();
		assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
	}

	@Test
	void whatWaitsIsReplacedByWhatIsNewer() throws InterruptedException {
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch asked = new CountDownLatch(1);
		final Lane<Integer> lane = new Lane<>(threads, (question, newer) -> {
			begun.countDown();
			await(asked);
			answered.add(question);
		}, (older, newer) -> List.of(newer));
		lane.ask(1);
		await(begun);
		lane.ask(2);
		lane.ask(3);
		asked.countDown();
		stop();
		assertEquals(List.of(1, 3), answered);
	}

	@Test
	void whatIsKeptIsAnsweredInItsTurn() throws InterruptedException {
		final CountDownLatch asked = new CountDownLatch(1);
		final CountDownLatch begun = new CountDownLatch(1);
		final Lane<Integer> lane = new Lane<>(threads, (question, newer) -> {
			begun.countDown();
			await(asked);
			answered.add(question);
		}, (older, newer) -> older < 0 ? List.of(older, newer) : List.of(newer));
		lane.ask(0);
		await(begun);
		for (final int question : new int[] { 1, -2, -3, 4, 5 })
			lane.ask(question);
		asked.countDown();
		stop();
		assertEquals(List.of(0, -2, -3, 5), answered);
	}

	@Test
	void whoAnswersSeesWhatWaits() throws InterruptedException {
		final CountDownLatch asked = new CountDownLatch(1);
		final List<Optional<Integer>> waiting = Collections.synchronizedList(
			new ArrayList<>());
		final Lane<Integer> lane = new Lane<>(threads, (question, newer) -> {
			await(asked);
			waiting.add(newer.get());
		}, (older, newer) -> List.of(Math.max(older, newer)));
		lane.ask(1);
		lane.ask(7);
		lane.ask(2);
		asked.countDown();
		stop();
		assertEquals(Optional.empty(), waiting.get(waiting.size() - 1));
		assertTrue(waiting.size() == 1 || waiting.get(0).equals(Optional.of(7)),
			waiting.toString());
	}

	/** Many ask at once; never are two answered at once, nor is the last lost. */
	@Test
	void oneAtATimeAndTheLastIsAnswered() throws InterruptedException {
		final AtomicInteger busy = new AtomicInteger();
		final AtomicInteger most = new AtomicInteger();
		final Lane<Integer> lane = new Lane<>(threads, (question, newer) -> {
			most.accumulateAndGet(busy.incrementAndGet(), Math::max);
			Thread.yield();
			answered.add(question);
			busy.decrementAndGet();
		}, (older, newer) -> List.of(Math.max(older, newer)));
		final int each = 2000;
		final CountDownLatch done = new CountDownLatch(4);
		for (int t = 0; t < 4; t++) {
			final int thread = t;
			new Thread(() -> {
				for (int i = 1; i <= each; i++)
					lane.ask(i * 4 + thread);
				done.countDown();
			}).start();
		}
		await(done);
		lane.ask(Integer.MAX_VALUE);
		stop();
		assertEquals(1, most.get());
		assertEquals(Integer.MAX_VALUE, answered.get(answered.size() - 1));
	}

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(10, TimeUnit.SECONDS));
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
	}
}
