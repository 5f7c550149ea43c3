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

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.Progress;

/**
 * Segment Anything 2 for images (Ravi et al., SAM 2, ICLR 2025): an image is
 * encoded once and then prompted many times. Thread-safe. Owns native memory
 * until it is closed; embeddings must not be used after that.
 */
public final class Sam2 implements AutoCloseable {

	private final NDManager manager;
	private final TorchOps ops;
	private final ImageEncoder imageEncoder;
	private final PromptEncoder promptEncoder;
	private final MaskDecoder maskDecoder;
	private final NDArray positions;

	private Sam2(final TensorSource weights, final Sam2Config config,
		final NDManager manager)
	{
		this.manager = manager;
		ops = TorchOps.load(manager);
		final Parameters p = Parameters.of(weights, manager);
		imageEncoder = new ImageEncoder(p, config, ops);
		promptEncoder = new PromptEncoder(p.of("sam_prompt_encoder"));
		maskDecoder = new MaskDecoder(p.of("sam_mask_decoder"), ops);
		p.requireNoneLeft();
		positions = promptEncoder.mapPositions(manager);
	}

	/**
	 * @throws sc.fiji.stablesam.StableSamException if a key is missing, left over
	 *           or of another shape
	 */
	public static Sam2 load(final TensorSource weights, final Sam2Config config,
		final Device device)
	{
		final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(
			device);
		try {
			return new Sam2(weights, config, manager);
		}
		catch (final RuntimeException exc) {
			manager.close();
			throw exc;
		}
	}

	/**
	 * @param rgb [3, 1024, 1024], from 0 to 1
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public ImageEmbedding encode(final FloatBuffer rgb, final Progress progress) {
		final NDManager own = manager.newSubManager();
		try (Scope scope = Scope.in(own)) {
			final NDArray image = NativeCopy.of(rgb, new Shape(1, 3,
				Sam2Config.IMAGE_SIZE, Sam2Config.IMAGE_SIZE), scope.manager());
			final NDList features = imageEncoder.forward(image, progress);
			final NDArray tokens = scope.leave(features.get(0).squeeze(0));
			final NDArray fine1 = scope.leave(maskDecoder.prepareHighResolution1(Quads
				.once(features.get(1), PromptEncoder.SIDE).squeeze(0)));
			final NDArray fine0 = scope.leave(maskDecoder.prepareHighResolution0(Quads
				.twice(features.get(2), PromptEncoder.SIDE).squeeze(0)));
			return embedding(own, tokens, fine1, fine0);
		}
		catch (final RuntimeException exc) {
			own.close();
			throw exc;
		}
	}

	/**
	 * Makes an embedding again of what {@link ImageEmbedding#features} gave,
	 * which takes much less time than to encode the image.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if a key is missing, left over
	 *           or of another shape
	 */
	public ImageEmbedding restore(final TensorSource features) {
		final NDManager own = manager.newSubManager();
		try {
			final Parameters p = Parameters.of(features, own);
			final long c = channels();
			final long length = (long) PromptEncoder.SIDE * PromptEncoder.SIDE;
			final ImageEmbedding embedding = embedding(own, p.take(
				ImageEmbedding.TOKENS, length, c), p.take(
					ImageEmbedding.HIGH_RESOLUTION_1, 4 * length, c / 4), p.take(
						ImageEmbedding.HIGH_RESOLUTION_0, 16 * length, c / 8));
			p.requireNoneLeft();
			return embedding;
		}
		catch (final RuntimeException exc) {
			own.close();
			throw exc;
		}
	}

	private ImageEmbedding embedding(final NDManager own, final NDArray tokens,
		final NDArray fine1, final NDArray fine0)
	{
		final NDArray values = tokens.add(promptEncoder.noMask());
		return new ImageEmbedding(own, tokens, fine1, fine0, positions, maskDecoder
			.shared(values, positions));
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
				batch, scope), promptEncoder.masks(batch, scope), stable.map(
					ImageReading.class::cast).orElse(ImageReading.PLAIN));
			final float[] routing = stable.map(reading -> floats(reading
				.routingWeights())).orElse(new float[0]);
			final int slices = (int) (out.get(0).getShape().get(0) / batch.size());
			final MaskProposals proposals = MaskProposals.of(floats(out.get(0)),
				floats(out.get(1)), slices, routing);
			return stable.map(reading -> proposals.withPluginOutput(reading.output()))
				.orElse(proposals);
		}
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
	 * Decodes one output in one region only, for a fraction of the time.
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
			return MaskSamples.of(floats(maskDecoder.sample(embedding, promptEncoder
				.points(batch, scope), promptEncoder.masks(batch, scope), reading,
				region)), batch.size());
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
