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

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * How long the engine's threads (GNU OpenMP's, on Linux) look for more work
 * before they sleep. As they come they spin for milliseconds, so that where
 * other programs are busy too, all of them take many times as long; and if they
 * sleep at once, they are woken hundreds of times while a prompt is decoded,
 * which then takes a fifth longer.
 */
final class IdleThreads {

	private static final String VARIABLE = "GOMP_SPINCOUNT";

	/** Some microseconds: as long as it takes from one operation to the next. */
	private static final String SPINS = "1000";

	private IdleThreads() {}

	/**
	 * To be called before the engine is loaded, which reads it then. Leaves it as
	 * it is where the user has set it.
	 */
	static void spinBriefly() {
		if (!Platform.isLinux() || System.getenv("OMP_WAIT_POLICY") != null) return;
		try {
			// NB: does not overwrite.
			Function.getFunction(Platform.C_LIBRARY_NAME, "setenv").invokeInt(
				new Object[] { VARIABLE, SPINS, 0 });
		}
		catch (final LinkageError exc) {
			// NB: then it is as slow as it is without.
		}
	}
}
