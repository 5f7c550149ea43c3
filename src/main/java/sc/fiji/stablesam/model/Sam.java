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

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Function;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;

/**
 * Segment Anything for images (Kirillov et al., ICCV 2023; Ravi et al., SAM 2,
 * ICLR 2025), with any of its image encoders: an image is encoded once and then
 * prompted many times. Thread-safe. Owns native memory until it is closed;
 * embeddings must not be used after that.
 */
public final class Sam implements AutoCloseable {

	private final NDManager manager;
	private final TorchOps ops;
	private final Generation generation;
	private final ImageEmbedder embedder;
	private final PromptEncoder promptEncoder;
	private final MaskDecoder maskDecoder;

	private Sam(final TensorSource weights, final SamConfig config,
		final Precision precision, final NDManager manager)
	{
		this.manager = manager;
		generation = config.generation();
		ops = TorchOps.load(manager);
		final Parameters p = Parameters.of(weights, manager);
		final ImageEncoder encoder = encoder(config, p, precision);
		promptEncoder = new PromptEncoder(generation.promptEncoder(p), generation);
		maskDecoder = new MaskDecoder(generation.maskDecoder(p), generation, ops);
		p.requireNoneLeft();
		embedder = new ImageEmbedder(encoder, promptEncoder, maskDecoder,
			generation, manager);
	}

	private ImageEncoder encoder(final SamConfig config, final Parameters p,
		final Precision precision)
	{
		final ImageEncoder encoder = config.encoder().encoder(p.in(precision), ops);
		return precision == Precision.FLOAT32 ? encoder : new NarrowEncoder(encoder,
			precision);
	}

	/**
	 * @param precision of the image encoder
	 * @throws sc.fiji.stablesam.StableSamException if a key is missing, left over
	 *           or of another shape
	 */
	public static Sam load(final TensorSource weights, final SamConfig config,
		final Device device, final Precision precision)
	{
		final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(
			device);
		try {
			return new Sam(weights, config, precision, manager);
		}
		catch (final RuntimeException exc) {
			manager.close();
			throw exc;
		}
	}

	/**
	 * @param width of an image, in pixels
	 * @param height of an image, in pixels
	 * @return how this network wants to see it
	 * @throws IllegalArgumentException if the image is empty
	 */
	public ImageFrame frame(final long width, final long height) {
		return generation.frame(width, height);
	}

	/**
	 * @param rgb [3, 1024, 1024], from 0 to 1
	 * @param frame of the image in it, from {@link #frame} or a part of that
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public ImageEmbedding encode(final FloatBuffer rgb, final ImageFrame frame,
		final Progress progress)
	{
		return embedder.encode(rgb, frame, progress);
	}

	/**
	 * Makes an embedding again of what {@link ImageEmbedding#features} gave,
	 * which takes much less time than to encode the image.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if a key is missing, left over
	 *           or of another shape
	 */
	public ImageEmbedding restore(final TensorSource features) {
		return embedder.restore(features);
	}

	/**
	 * @return the masks that the decoder proposes for each prompt of the batch
	 */
	public MaskProposals decode(final ImageEmbedding embedding,
		final PromptBatch batch)
	{
		return decode(embedding, batch, Optional.empty());
	}

	/**
	 * @param plugin of this network, if one is to be used
	 * @return the masks that the decoder proposes for each prompt of the batch,
	 *         with the plugin's routing weights if there is one
	 */
	public MaskProposals decode(final ImageEmbedding embedding,
		final PromptBatch batch, final Optional<StabilityPlugin> plugin)
	{
		try (NDManager scope = embedding.manager().newSubManager()) {
			final Optional<StabilityReading> stable = plugin.map(p -> p.reading(
				batch));
			final NDList out = maskDecoder.forward(embedding, promptEncoder.points(
				batch, scope), promptEncoder.masks(batch, scope), reading(stable));
			final int slices = (int) (out.get(0).getShape().get(0) / batch.size());
			return withPlugin(stable, routing -> MaskProposals.of(floats(out.get(0)),
				floats(out.get(1)), slices, routing, generation));
		}
	}

	/**
	 * Decodes one prompt in a region, for a fraction of the time: what lies
	 * outside is looked at less closely, and taken for background.
	 *
	 * @param batch of one prompt
	 * @param plugin of this network, if one is to be used
	 */
	public MaskProposals decodeIn(final MaskRegion region,
		final ImageEmbedding embedding, final PromptBatch batch,
		final Optional<StabilityPlugin> plugin)
	{
		try (NDManager scope = embedding.manager().newSubManager()) {
			final Optional<StabilityReading> stable = plugin.map(p -> p.reading(
				batch));
			final NDList out = maskDecoder.forwardIn(region, embedding, promptEncoder
				.points(batch, scope), promptEncoder.masks(batch, scope), reading(
					stable));
			return withPlugin(stable, routing -> MaskProposals.in(region.tokens(),
				floats(out.get(0)), floats(out.get(1)), routing, generation));
		}
	}

	private static ImageReading reading(final Optional<StabilityReading> stable) {
		return stable.<ImageReading> map(s -> s).orElse(ImageReading.PLAIN);
	}

	/** @param maker of proposals, given the routing weights */
	private static MaskProposals withPlugin(
		final Optional<StabilityReading> stable,
		final Function<float[], MaskProposals> maker)
	{
		final MaskProposals proposals = maker.apply(stable.map(reading -> floats(
			reading.routingWeights())).orElse(new float[0]));
		return stable.map(reading -> proposals.withPluginOutput(reading.output()))
			.orElse(proposals);
	}

	/**
	 * The pass of the decoder that training differentiates: if a gradient
	 * collector is open in this thread, gradients flow back to those of the
	 * plugin's parameters that ask for them.
	 *
	 * @param embedding made by {@link #restore}
	 * @param places [B, K] of type INT64: of the 64 * 64 tokens, row by row,
	 *          those whose logits are wanted of each prompt; its manager will own
	 *          the result and all that it is made of
	 * @param plugin if one is to be used
	 * @return logits [B, K * 16] of the output that the plugin is for, without
	 *         one of the single mask; those of a token are in the order of
	 *         {@link MaskProposals#inLogitOrder}
	 */
	public NDArray differentiableLogits(final ImageEmbedding embedding,
		final PromptBatch batch, final Optional<StabilityPlugin> plugin,
		final NDArray places)
	{
		final NDManager owner = places.getManager();
		final int output = plugin.map(p -> p.config().output(batch)).orElse(0);
		return ops.differentiable(() -> maskDecoder.forwardAt(places, embedding,
			promptEncoder.points(batch, owner), promptEncoder.masks(batch, owner),
			plugin.map(p -> (ImageReading) p.reading(batch)).orElse(
				ImageReading.PLAIN))).get(":, " + output);
	}

	/** @return to own arrays on the network's device; the caller closes it */
	public NDManager newManager() {
		return manager.newSubManager();
	}

	/**
	 * Decodes in one region only, for a fraction of the time.
	 *
	 * @param batch prompts that are almost the same, as they share where a plugin
	 *          reads; without masks, or with one for all
	 * @param plugin of this network, if one is to be used
	 */
	public MaskSamples sample(final ImageEmbedding embedding,
		final PromptBatch batch, final Optional<StabilityPlugin> plugin,
		final MaskRegion region)
	{
		try (NDManager scope = embedding.manager().newSubManager()) {
			final ImageReading reading = plugin.<ImageReading> map(p -> p
				.readingAlike(batch)).orElse(ImageReading.PLAIN);
			return MaskSamples.of(floats(maskDecoder.forwardIn(region, embedding,
				promptEncoder.points(batch, scope), promptEncoder.masks(batch, scope),
				reading).get(0)), batch.size());
		}
	}

	NDManager manager() {
		return manager;
	}

	TorchOps ops() {
		return ops;
	}

	/** @return C of the decoder's tokens */
	long channels() {
		return maskDecoder.channels();
	}

	private static float[] floats(final NDArray array) {
		final ByteBuffer bytes = array.toByteBuffer(true);
		final float[] floats = new float[bytes.remaining() / Float.BYTES];
		bytes.asFloatBuffer().get(floats);
		return floats;
	}

	@Override
	public void close() {
		ops.close();
		manager.close();
	}
}
