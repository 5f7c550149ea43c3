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

import java.nio.file.Paths;
import java.util.List;

import org.junit.jupiter.api.Test;

class DeviceMemoryTest {

	private static final long GB = 1L << 30;
	private static final long LARGE = 5 * GB / 2;

	@Test
	void saysWhoseMemoryItIs() {
		assertEquals("fits", DeviceMemory.ofComputer(16 * GB).fit(LARGE));
		assertEquals("tight, needs 7 GB", DeviceMemory.ofComputer(8 * GB).fit(
			LARGE));
		assertEquals("GPU: fits", DeviceMemory.ofGpu(16 * GB).fit(LARGE));
		assertEquals("GPU: tight, needs 7 GB", DeviceMemory.ofGpu(8 * GB).fit(
			LARGE));
		assertEquals("GPU: needs 7 GB", DeviceMemory.ofGpu(4 * GB).fit(LARGE));
	}

	/** All that the list says of the models of the catalog. */
	@Test
	void smallGpusDoNotTakeTheLargestModel() {
		final List<ListedModel> listed = ListedModel.in(List.of(ModelStore.at(Paths
			.get("target", "no-models"))));
		final DeviceMemory gpu = DeviceMemory.ofGpu(4 * GB);
		assertEquals("GPU: fits", fit(listed, "sam2_hiera_tiny", gpu));
		assertEquals("GPU: needs 7 GB", fit(listed, "sam_vit_h", gpu));
		assertEquals("unknown", fit(listed, "micro_sam_vit_b_lm", gpu));
	}

	private static String fit(final List<ListedModel> listed, final String id,
		final DeviceMemory memory)
	{
		return listed.stream().filter(model -> model.id().equals(id)).findFirst()
			.get().fit(memory);
	}
}
