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

import java.io.File;
import java.util.Arrays;
import java.util.function.Supplier;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import sc.fiji.stablesam.StableSamException;

/** Starts DJL's PyTorch engine. */
final class PyTorchEngine {

	private static final String OFFLINE = "ai.djl.offline";

	private PyTorchEngine() {}

	/** What was started, if it was. */
	private static Engine started;

	/**
	 * @return the engine, started now or earlier
	 * @throws StableSamException if its native libraries cannot be loaded
	 */
	static synchronized Engine start() {
		final String offline = System.getProperty(OFFLINE);
		// NB: it must not go and download native libraries that nobody asked for.
		System.setProperty(OFFLINE, "true");
		try {
			IdleThreads.spinBriefly();
			started = withOurLoader(() -> Engine.getEngine("PyTorch"));
			return started;
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
		}
	}

	/**
	 * @return whether it works with NVIDIA GPUs, or would, if it is not started
	 *         yet, by the build of PyTorch that it finds; it is not started for
	 *         that
	 */
	static synchronized boolean isForCuda() {
		if (started != null) return started.hasCapability(
			StandardCapabilities.CUDA);
		final String own = Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH");
		return own == null ? withOurLoader(() -> Platform.detectPlatform("pytorch"))
			.getFlavor().startsWith("cu") : isForCuda(own);
	}

	/** @param path of folders, one of which has libtorch */
	static boolean isForCuda(final String path) {
		return Arrays.stream(path.split(File.pathSeparator)).anyMatch(
			folder -> new File(folder, System.mapLibraryName("torch_cuda")).exists());
	}

	/**
	 * NB: DJL looks its engines up through the context class loader, which in
	 * ImageJ need not know this plugin's jars.
	 */
	private static <T> T withOurLoader(final Supplier<T> task) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(PyTorchEngine.class.getClassLoader());
		try {
			return task.get();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
