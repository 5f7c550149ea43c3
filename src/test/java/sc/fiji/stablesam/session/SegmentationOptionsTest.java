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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

public class SegmentationOptionsTest {

	private static final SegmentationOptions DEFAULTS = SegmentationOptions
		.defaults();

	@Test
	public void defaultsAreAutomaticAndScored() {
		assertEquals(MaskChoice.AUTO, DEFAULTS.mask());
		assertEquals(PluginChoice.AUTO, DEFAULTS.plugin());
		assertTrue(DEFAULTS.isStabilityScored());
	}

	@Test
	public void eachOptionChangesAlone() {
		final SegmentationOptions changed = DEFAULTS.with(MaskChoice.BEST).with(
			PluginChoice.NONE).withoutStability();
		assertEquals(MaskChoice.BEST, changed.mask());
		assertEquals(PluginChoice.NONE, changed.plugin());
		assertFalse(changed.isStabilityScored());
		assertEquals(changed.withStability(), DEFAULTS.with(PluginChoice.NONE).with(
			MaskChoice.BEST));
		assertEquals(MaskChoice.AUTO, DEFAULTS.mask());
	}

	@Test
	public void equalByValue() {
		assertEquals(DEFAULTS, DEFAULTS.withoutStability().withStability());
		assertEquals(DEFAULTS.hashCode(), DEFAULTS.withoutStability()
			.withStability().hashCode());
		assertNotEquals(DEFAULTS, DEFAULTS.withoutStability());
		assertNotEquals(DEFAULTS, DEFAULTS.with(MaskChoice.SINGLE));
		assertNotEquals(DEFAULTS, DEFAULTS.with(PluginChoice.NONE));
	}
}
