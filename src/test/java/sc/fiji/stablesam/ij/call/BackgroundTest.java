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

package sc.fiji.stablesam.ij.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.StableSamException;

/** Tests {@link Background}. */
class BackgroundTest {

	private static final Runnable NOTHING = () -> {};

	@Test
	void returnsTheResultOfAnotherThread() {
		assertFalse(Thread.currentThread() == Background.call(Thread::currentThread,
			NOTHING));
	}

	@Test
	void showsTheWorkThisPluginsClassLoader() {
		assertSame(Background.class.getClassLoader(), Background.call(() -> Thread
			.currentThread().getContextClassLoader(), NOTHING));
	}

	@Test
	void passesExceptionsOn() {
		final StableSamException problem = new StableSamException("This is wrong.");
		assertSame(problem, assertThrows(StableSamException.class, () -> Background
			.call(() -> {
				throw problem;
			}, NOTHING)));
	}

	@Test
	void tellsTheUserOfErrors() {
		final StableSamException exc = assertThrows(StableSamException.class,
			() -> Background.call(() -> {
				throw new OutOfMemoryError("heap");
			}, NOTHING));
		assertTrue(exc.getMessage().contains("not enough memory"), exc
			.getMessage());
	}

	@Test
	void cancelsTheWorkWhenTheCallerIsInterrupted() throws InterruptedException {
		final CountDownLatch started = new CountDownLatch(1);
		final CountDownLatch cancelled = new CountDownLatch(1);
		final AtomicReference<Throwable> thrown = new AtomicReference<>();
		final Thread caller = new Thread(() -> {
			try {
				Background.call(() -> {
					started.countDown();
					await(cancelled);
					return null;
				}, cancelled::countDown);
			}
			catch (final CancellationException exc) {
				thrown.set(exc);
			}
		});
		caller.start();
		await(started);
		caller.interrupt();
		caller.join(20_000);
		assertEquals(CancellationException.class, thrown.get().getClass());
		assertEquals(0, cancelled.getCount());
	}

	@NeedsScreen
	@Test
	void keepsTheEventThreadAliveWhileItWaits() throws InterruptedException,
		InvocationTargetException
	{
		final CountDownLatch painted = new CountDownLatch(1);
		final AtomicBoolean wasAlive = new AtomicBoolean();
		EventQueue.invokeAndWait(() -> {
			EventQueue.invokeLater(painted::countDown);
			wasAlive.set(Background.call(() -> await(painted) && !EventQueue
				.isDispatchThread(), NOTHING));
		});
		assertTrue(wasAlive.get());
	}

	private static boolean await(final CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
