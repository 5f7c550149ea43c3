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

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * The memory that models have to get along with: the computer's, or that of a
 * GPU. Immutable.
 */
public final class DeviceMemory {

	private final long bytes;
	private final String prefix;

	private DeviceMemory(final long bytes, final String prefix) {
		this.bytes = bytes;
		this.prefix = prefix;
	}

	/** @return what this computer has */
	public static DeviceMemory ofComputer() {
		return ofComputer(ManagementFactory.getPlatformMXBean(
			OperatingSystemMXBean.class).getTotalPhysicalMemorySize());
	}

	static DeviceMemory ofComputer(final long bytes) {
		return new DeviceMemory(bytes, "");
	}

	/** @param bytes all that the GPU has of its own */
	public static DeviceMemory ofGpu(final long bytes) {
		return new DeviceMemory(bytes, "GPU: ");
	}

	/**
	 * @param model the bytes of its file
	 * @return for people, such as {@code fits}, {@code tight, needs 7 GB} or
	 *         {@code GPU: needs 7 GB}
	 */
	String fit(final long model) {
		return prefix + MemoryFit.of(model, bytes).describe(model);
	}
}
