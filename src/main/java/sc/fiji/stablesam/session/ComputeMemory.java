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

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import sc.fiji.stablesam.weights.DeviceMemory;

/**
 * The memory of the device that networks run on if nobody chooses another one.
 */
public final class ComputeMemory {

	/**
	 * What NVIDIA's driver leaves: on Linux, there in Windows, and on Windows.
	 */
	private static final List<Path> DRIVER = List.of(Paths.get(
		"/proc/driver/nvidia/version"), Paths.get("/dev/dxg"), Paths.get(String
			.valueOf(System.getenv("SystemRoot")), "System32", "nvcuda.dll"));

	private ComputeMemory() {}

	/**
	 * Finds it without starting the engine. A GPU counts if the engine works with
	 * CUDA, or would by the PyTorch that is installed, and if CUDA's library
	 * tells of one; that an old GPU does not work after all is not known before
	 * it is used. CUDA's library is not looked for where there is no NVIDIA
	 * driver.
	 *
	 * @return that of {@link DeviceChoice#AUTO}
	 */
	public static DeviceMemory ofAuto() {
		return of(DRIVER, ComputeMemory::gpu);
	}

	/**
	 * @param driver files of which there is one where there may be a GPU
	 * @param gpu the bytes of its memory, if there is one, asked only then
	 */
	static DeviceMemory of(final List<Path> driver,
		final Supplier<OptionalLong> gpu)
	{
		if (driver.stream().noneMatch(Files::exists)) return DeviceMemory
			.ofComputer();
		final OptionalLong bytes = gpu.get();
		return bytes.isPresent() ? DeviceMemory.ofGpu(bytes.getAsLong())
			: DeviceMemory.ofComputer();
	}

	private static OptionalLong gpu() {
		try {
			return PyTorchEngine.isForCuda() && CudaUtils.getGpuCount() > 0
				? OptionalLong.of(CudaUtils.getGpuMemory(Device.gpu()).getMax())
				: OptionalLong.empty();
		}
		catch (final EngineException exc) {
			// NB: what CUDA cannot ask it cannot use.
			return OptionalLong.empty();
		}
	}
}
