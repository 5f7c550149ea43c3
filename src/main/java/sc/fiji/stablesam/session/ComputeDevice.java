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

import java.util.Locale;
import java.util.Optional;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.Precision;

/** The device that a {@link DeviceChoice} comes down to on this machine. */
final class ComputeDevice {

	private final Device device;
	private final Precision precision;
	private final String whyNoGpu;

	private ComputeDevice(final Device device, final PrecisionChoice precision,
		final String whyNoGpu)
	{
		this.device = device;
		this.precision = precision.on(device);
		this.whyNoGpu = whyNoGpu;
	}

	/**
	 * @throws StableSamException if a GPU is demanded and there is no usable one
	 */
	static ComputeDevice of(final DeviceChoice choice,
		final PrecisionChoice precision)
	{
		if (choice == DeviceChoice.CPU) return new ComputeDevice(Device.cpu(),
			precision, null);
		final Engine engine = PyTorchEngine.start();
		final Device gpu = engine.getGpuCount() > 0 ? Device.gpu()
			: isAppleSilicon() ? Device.of("mps", 0) : null;
		final String problem = gpu == null ? "no NVIDIA GPU with a CUDA build of " +
			"PyTorch was found" : problemWith(gpu, engine);
		if (problem == null) return new ComputeDevice(gpu, precision, null);
		if (choice == DeviceChoice.GPU) throw new StableSamException(
			"The GPU cannot be used (" + problem +
				"); choose the device 'auto' or 'cpu'.");
		return new ComputeDevice(Device.cpu(), precision, "Running on the CPU: " +
			problem + ".");
	}

	private static boolean isAppleSilicon() {
		return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains(
			"mac") && "aarch64".equals(System.getProperty("os.arch"));
	}

	/** Tries it out, because some GPUs are found but too old for the engine. */
	private static String problemWith(final Device gpu, final Engine engine) {
		try (NDManager manager = engine.newBaseManager(gpu)) {
			manager.ones(new Shape(2, 2)).matMul(manager.ones(new Shape(2, 2)))
				.toFloatArray();
			return null;
		}
		catch (final RuntimeException exc) {
			final String message = String.valueOf(exc.getMessage());
			return "the GPU was found but does not work: " + message.split("\n")[0];
		}
	}

	Device device() {
		return device;
	}

	/** @return of the image encoder */
	Precision precision() {
		return precision;
	}

	/** @return what tells embeddings of this precision from others */
	String precisionMark() {
		return precision == Precision.FLOAT32 ? "" : " " + precision;
	}

	/** @return for people */
	String name() {
		return kind() + (precision == Precision.FLOAT32 ? "" : ", half precision");
	}

	private String kind() {
		return device.isGpu() ? "gpu (cuda)" : "mps".equals(device.getDeviceType())
			? "gpu (mps)" : "cpu";
	}

	Optional<String> whyNoGpu() {
		return Optional.ofNullable(whyNoGpu);
	}
}
