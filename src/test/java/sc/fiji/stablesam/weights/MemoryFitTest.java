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

import org.junit.jupiter.api.Test;

class MemoryFitTest {

	private static final long GB = 1L << 30;

	/** Needs 1.5 + 2.2 * 2.5 = 7 GB. */
	private static final long LARGE = 5 * GB / 2;

	@Test
	void comparesWhatIsNeededWithWhatThereIs() {
		assertEquals(MemoryFit.FITS, MemoryFit.of(LARGE, 16 * GB));
		assertEquals(MemoryFit.FITS, MemoryFit.of(LARGE, 28 * GB / 3 + 1));
		assertEquals(MemoryFit.TIGHT, MemoryFit.of(LARGE, 8 * GB));
		assertEquals(MemoryFit.TOO_LARGE, MemoryFit.of(LARGE, 6 * GB));
		assertEquals(MemoryFit.FITS, MemoryFit.of(40_000_000, 4 * GB));
	}

	@Test
	void saysWhatIsNeededWhereThatIsMuch() {
		assertEquals("fits", MemoryFit.FITS.describe(LARGE));
		assertEquals("tight, needs 7 GB", MemoryFit.TIGHT.describe(LARGE));
		assertEquals("needs 7 GB", MemoryFit.TOO_LARGE.describe(LARGE));
	}
}
