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

/**
 * The plugin by the textbook: keys and values of every place are sampled, mixed
 * and projected one by one.
 */
final class PlainPlugin {

	private final PlainArithmetic plugin;
	private final PlainArithmetic network;
	private final PluginConfig config;
	private final String place;

	PlainPlugin(final TensorSource plugin, final TensorSource network,
		final PluginConfig config, final PluginPlace place)
	{
		this.plugin = new PlainArithmetic(plugin);
		this.network = new PlainArithmetic(network);
		this.config = config;
		this.place = place.key();
	}

	/**
	 * @return dx, dy, amplitude and what is added, if anything, of each place of
	 *         the map
	 */
	double[][] sampling(final double[][] keys) {
		final String name = place + ".sampling.";
		final double[][] x = plugin.depthwise(name + "depthwise", plugin.linear(
			name + "pointwise", keys));
		final double[][] y = plugin.matrix(name + "out", plugin.normGelu(name +
			"norm", x));
		PlainArithmetic.centre(y);
		for (final double[] sample : y) {
			sample[0] *= config.offsetScale();
			sample[1] *= config.offsetScale();
			sample[2] = 2 / (1 + Math.exp(-config.amplitudeScale() * sample[2]));
		}
		return y;
	}

	/** @return a1 and a2 */
	double[] routes(final double[] maskToken) {
		final String name = place + ".routing.";
		final double[][] x = plugin.linear(name + "hidden", new double[][] {
			maskToken });
		return PlainArithmetic.softmax(plugin.linear(name + "out", plugin.normGelu(
			name + "norm", x))[0]);
	}

	/** @return a1 * (sampled + added) + a2 * original */
	static double[][] mixed(final double[][] image, final double[][] sampling,
		final double[] routes)
	{
		final int side = (int) Math.round(Math.sqrt(image.length));
		final double[][] y = new double[image.length][image[0].length];
		for (int i = 0; i < y.length; i++)
			for (int c = 0; c < y[i].length; c++)
				y[i][c] = routes[1] * image[i][c] + routes[0] * (sampling[i][2] * at(
					image, c, clamped(i % side + sampling[i][0], side), clamped(i / side +
						sampling[i][1], side)) + added(sampling[i], c));
		return y;
	}

	private static double added(final double[] sample, final int c) {
		return sample.length == 3 ? 0 : sample[3 + c];
	}

	/** @return a prompt token with what its adapter adds */
	double[] adapted(final double[] token) {
		final String name = place + ".adapter.";
		final double[][] hidden = plugin.linear(name + "down", new double[][] {
			token });
		for (int i = 0; i < hidden[0].length; i++)
			hidden[0][i] = PlainArithmetic.gelu(hidden[0][i]);
		final double[] more = plugin.linear(name + "up", hidden)[0];
		final double[] y = token.clone();
		for (int c = 0; c < y.length; c++)
			y[c] += more[c];
		return y;
	}

	private static double clamped(final double at, final int side) {
		return Math.max(0, Math.min(side - 1, at));
	}

	private static double at(final double[][] image, final int c, final double x,
		final double y)
	{
		final int side = (int) Math.round(Math.sqrt(image.length));
		double sum = 0;
		for (int row = (int) y; row <= Math.ceil(y); row++)
			for (int column = (int) x; column <= Math.ceil(x); column++)
				sum += (1 - Math.abs(x - column)) * (1 - Math.abs(y - row)) *
					image[row * side + column][c];
		return sum;
	}

	/**
	 * @param attention name of the attention in the network
	 * @return what each query reads
	 */
	double[][] read(final String attention, final double[][] queries,
		final double[][] keys, final double[][] values, final int heads)
	{
		final double[][] sampling = sampling(keys);
		final double[] routes = routes(queries[config.boxOutput()]);
		final double[][] q = network.linear(attention + ".q_proj", queries);
		final double[][] k = network.linear(attention + ".k_proj", mixed(keys,
			sampling, routes));
		final double[][] v = network.linear(attention + ".v_proj", mixed(values,
			sampling, routes));
		final double[][] read = new double[q.length][q[0].length];
		final int width = q[0].length / heads;
		for (int token = 0; token < q.length; token++)
			for (int head = 0; head < heads; head++)
				attend(q[token], k, v, head * width, (head + 1) * width, read[token]);
		return network.linear(attention + ".out_proj", read);
	}

	private static void attend(final double[] q, final double[][] k,
		final double[][] v, final int from, final int to, final double[] read)
	{
		final double[] scores = new double[k.length];
		for (int i = 0; i < k.length; i++)
			for (int c = from; c < to; c++)
				scores[i] += q[c] * k[i][c] / Math.sqrt(to - from);
		final double[] weights = PlainArithmetic.softmax(scores);
		for (int i = 0; i < k.length; i++)
			for (int c = from; c < to; c++)
				read[c] += weights[i] * v[i][c];
	}
}
