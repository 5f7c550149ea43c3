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

package sc.fiji.stablesam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The PyTorch operations that DJL does not expose, as functions of one small
 * {@link TorchModule}. Thread-safe.
 */
final class TorchOps implements AutoCloseable {

	private final TorchModule module;
	private final ThreadLocal<Boolean> recording = ThreadLocal.withInitial(
		() -> false);

	private TorchOps(final Device device) {
		module = TorchModule.load(device);
	}

	/** @param manager says on which device */
	static TorchOps load(final NDManager manager) {
		return new TorchOps(manager.getDevice());
	}

	/**
	 * Scaled dot-product attention over the given number of heads.
	 *
	 * @param q [N, Lq, D]
	 * @param k [N, Lk, D]
	 * @param v [N, Lk, D]
	 * @return [N, Lq, D]
	 */
	NDArray attention(final NDArray q, final NDArray k, final NDArray v,
		final int heads)
	{
		return run("attention", q, k, v, heads).singletonOrThrow();
	}

	/**
	 * 2x2 max pooling of square maps.
	 *
	 * @param x [N, side * side, D]
	 * @return [N, side * side / 4, D]
	 */
	NDArray maxPool(final NDArray x, final int side) {
		return run("max_pool", x, side).singletonOrThrow();
	}

	/** Two linear layers with a GELU between them, over the last axis. */
	NDArray mlp(final NDArray x, final Linear first, final Linear second) {
		return run("mlp", x, first, second).singletonOrThrow();
	}

	/**
	 * Pads maps with zeros.
	 *
	 * @param x [N, H, W, D]
	 * @return [N, H + bottom, W + right, D]
	 */
	NDArray pad(final NDArray x, final int right, final int bottom) {
		return run("pad", x, right, bottom).singletonOrThrow();
	}

	/**
	 * Bicubic interpolation with a = -0.75 (DJL's own anti-aliases, with another
	 * a).
	 *
	 * @param x [N, C, H, W]
	 * @return [N, C, side, side]
	 */
	NDArray bicubic(final NDArray x, final int side) {
		return run("bicubic", x, side).singletonOrThrow();
	}

	/**
	 * Runs a function of the module.
	 *
	 * @param inputs arrays and integers as the function takes them; a layer
	 *          stands for its weight and bias, a choice for its arrays
	 * @return what it returns, owned by x's manager
	 */
	NDList run(final String function, final NDArray x, final Object... inputs) {
		return recording.get() ? record(function, x, inputs) : answer(function, x,
			inputs);
	}

	/**
	 * Within such a pass gradients can be collected: what it runs takes longer
	 * and more memory, and takes arrays and layers only.
	 * <p>
	 * NB: What PyTorch's graph executor makes of a function with gradients fails
	 * in passes without, so it is told to leave these alone.
	 */
	<T> T differentiable(final Supplier<T> pass) {
		recording.set(true);
		JniUtils.setGraphExecutorOptimize(false);
		try {
			return pass.get();
		}
		finally {
			JniUtils.setGraphExecutorOptimize(true);
			recording.remove();
		}
	}

	/** NB: DJL's other way to run a function never keeps what gradients need. */
	private NDList record(final String function, final NDArray x,
		final Object... inputs)
	{
		try (Scope scope = Scope.in(x.getManager())) {
			final RecordedCall call = new RecordedCall(scope, function);
			call.add(x);
			for (final Object input : inputs)
				call.add(input);
			final NDList result = IValueUtils.forward(module.block(), call.inputs(),
				true);
			result.forEach(scope::leave);
			return result;
		}
	}

	private NDList answer(final String function, final NDArray x,
		final Object... inputs)
	{
		final List<IValue> values = new ArrayList<>();
		values.add(IValue.from((PtNDArray) x));
		try {
			for (final Object input : inputs)
				add(input, values);
			try (IValue result = IValueUtils.runMethod(module.block(), function,
				values.toArray(new IValue[0])))
			{
				return result.toNDList((PtNDManager) x.getManager());
			}
		}
		finally {
			values.forEach(IValue::close);
		}
	}

	private static void add(final Object input, final List<IValue> values) {
		if (input instanceof Integer) values.add(IValue.from(((Integer) input)
			.longValue()));
		else if (input instanceof Linear) {
			add(((Linear) input).weight(), values);
			add(((Linear) input).bias(), values);
		}
		else if (input instanceof LayerNorm) {
			add(((LayerNorm) input).weight(), values);
			add(((LayerNorm) input).bias(), values);
		}
		else if (input instanceof TokenChoice) ((TokenChoice) input).forEach(
			array -> add(array, values));
		else if (input instanceof NDList) values.add(IValue.listFrom(
			((NDList) input).toArray(new PtNDArray[0])));
		else values.add(IValue.from((PtNDArray) input));
	}

	@Override
	public void close() {
		module.close();
	}
}
