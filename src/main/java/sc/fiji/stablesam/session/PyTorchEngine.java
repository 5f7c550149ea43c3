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

package sc.fiji.stablesam.session;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import sc.fiji.stablesam.StableSamException;

/** Starts DJL's PyTorch engine. */
final class PyTorchEngine {

	private static final String OFFLINE = "ai.djl.offline";

	private PyTorchEngine() {}

	/**
	 * @return the engine, started now or earlier
	 * @throws StableSamException if its native libraries cannot be loaded
	 */
	static synchronized Engine start() {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		final String offline = System.getProperty(OFFLINE);
		// NB: DJL looks its engines up through the context class loader, which in
		// ImageJ need not know this plugin's jars; and it must not go and download
		// native libraries that nobody asked for.
		thread.setContextClassLoader(PyTorchEngine.class.getClassLoader());
		System.setProperty(OFFLINE, "true");
		try {
			IdleThreads.spinBriefly();
			return Engine.getEngine("PyTorch");
		}
		catch (final EngineException | UnsatisfiedLinkError
				| IllegalArgumentException exc)
		{
			throw new StableSamException(
				"The PyTorch engine cannot start on this computer; see the log, and check that the PyTorch jars for this operating system are installed.",
				exc);
		}
		finally {
			if (offline == null) System.clearProperty(OFFLINE);
			thread.setContextClassLoader(before);
		}
	}
}
