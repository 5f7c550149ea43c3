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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;

/** How much memory this program occupies, native memory included. */
final class ResidentMemory {

	private ResidentMemory() {}

	/** @return on Linux, after collecting garbage */
	static long megabytes() throws IOException {
		System.gc();
		return megabytesAsItIs();
	}

	/** @return on Linux, with the garbage that is there */
	static long megabytesAsItIs() throws IOException {
		return megabytes("VmRSS:");
	}

	/** @return on Linux, the most since the peak was forgotten */
	static long peakMegabytes() throws IOException {
		return megabytes("VmHWM:");
	}

	/** On Linux, collects garbage, and counts the peak from now on. */
	static void forgetPeak() throws IOException {
		System.gc();
		Files.write(Paths.get("/proc/self/clear_refs"), new byte[] { '5' });
	}

	private static long megabytes(final String line) throws IOException {
		return Files.readAllLines(Paths.get("/proc/self/status")).stream().filter(
			l -> l.startsWith(line)).mapToLong(l -> Long.parseLong(l.replaceAll("\\D",
				""))).findFirst().getAsLong() / 1024;
	}
}
