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

package sc.fiji.stablesam.train;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019). Mutable; not
 * safe for use by several threads at once.
 */
final class AdamW {

	private static final double BETA_1 = 0.9;
	private static final double BETA_2 = 0.999;
	private static final double EPSILON = 1e-8;

	private final PluginWeights weights;
	private final PluginWeights first;
	private final PluginWeights second;
	private final double decay;

	/**
	 * @param weights to be learnt
	 * @param decay a step of rate 1 shrinks matrices and kernels by this share
	 */
	AdamW(final PluginWeights weights, final double decay) {
		this.weights = weights;
		this.decay = decay;
		first = PluginWeights.zerosLike(weights);
		second = PluginWeights.zerosLike(weights);
	}

	/** @return the running means of the gradients */
	PluginWeights first() {
		return first;
	}

	/** @return the running means of their squares */
	PluginWeights second() {
		return second;
	}

	/**
	 * @param step counting from 0
	 * @param scale gradients are multiplied by this
	 */
	void update(final int step, final PluginWeights gradients, final double scale,
		final double rate)
	{
		final double bias1 = 1 - Math.pow(BETA_1, step + 1);
		final double bias2 = 1 - Math.pow(BETA_2, step + 1);
		for (final String name : weights.names()) {
			final double kept = weights.shape(name).length > 1 ? 1 - rate * decay : 1;
			final float[] w = weights.array(name);
			final float[] g = gradients.array(name);
			final float[] m = first.array(name);
			final float[] v = second.array(name);
			for (int i = 0; i < w.length; i++) {
				final double gradient = scale * g[i];
				m[i] = (float) (BETA_1 * m[i] + (1 - BETA_1) * gradient);
				v[i] = (float) (BETA_2 * v[i] + (1 - BETA_2) * gradient * gradient);
				w[i] = (float) (kept * w[i] - rate * m[i] / bias1 / (Math.sqrt(v[i] /
					bias2) + EPSILON));
			}
		}
	}
}
