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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/** What native code finds in the environment of a program. */
@EnabledOnOs(OS.LINUX)
class IdleThreadsTest {

	/** The program. */
	public static final class Program {

		private Program() {}

		public static void main(final String[] args) {
			IdleThreads.spinBriefly();
			System.out.print(Function.getFunction(Platform.C_LIBRARY_NAME, "getenv")
				.invokeString(new Object[] { "GOMP_SPINCOUNT" }, false));
		}
	}

	@Test
	void briefUnlessTheUserSaysOtherwise() throws IOException,
		InterruptedException
	{
		assertEquals("1000", found(Map.of()));
		assertEquals("5", found(Map.of("GOMP_SPINCOUNT", "5")));
		assertEquals("null", found(Map.of("OMP_WAIT_POLICY", "active")));
	}

	private static String found(final Map<String, String> environment)
		throws IOException, InterruptedException
	{
		final ProcessBuilder builder = new ProcessBuilder(Paths.get(System
			.getProperty("java.home"), "bin", "java").toString(), "-cp", System
				.getProperty("java.class.path"), Program.class.getName()).redirectError(
					ProcessBuilder.Redirect.INHERIT);
		builder.environment().remove("GOMP_SPINCOUNT");
		builder.environment().putAll(environment);
		final Process process = builder.start();
		final String output = new String(process.getInputStream().readAllBytes(),
			StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), output);
		return output;
	}
}
