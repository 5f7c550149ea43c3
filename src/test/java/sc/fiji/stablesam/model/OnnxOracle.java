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

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import sc.fiji.stablesam.model.PromptBatch.Label;

/** The same network as exported graphs, run by ONNX Runtime. */
public final class OnnxOracle implements AutoCloseable {

	private static final float[] MEAN = { 0.485f, 0.456f, 0.406f };
	private static final float[] DEVIATION = { 0.229f, 0.224f, 0.225f };
	private static final int SIDE = 1024;

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
	private final OrtSession encoder;
	private final OrtSession decoder;
	private OrtSession.Result features;

	private OnnxOracle(final Path encoder, final Path decoder, final int threads)
		throws OrtException
	{
		final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
		options.setIntraOpNumThreads(threads);
		this.encoder = environment.createSession(encoder.toString(), options);
		this.decoder = environment.createSession(decoder.toString(), options);
	}

	public static OnnxOracle load(final Path encoder, final Path decoder,
		final int threads) throws OrtException
	{
		return new OnnxOracle(encoder, decoder, threads);
	}

	/** @return the encoder's input for a picture [3, 1024, 1024] from 0 to 1 */
	public static FloatBuffer normalised(final FloatBuffer rgb) {
		final FloatBuffer image = FloatBuffer.allocate(rgb.capacity());
		for (int i = 0; i < image.capacity(); i++) {
			final int channel = i / (SIDE * SIDE);
			image.put(i, (rgb.get(i) - MEAN[channel]) / DEVIATION[channel]);
		}
		return image;
	}

	/** @param image from {@link #normalised} */
	public void encode(final FloatBuffer image) throws OrtException {
		if (features != null) features.close();
		try (OnnxTensor input = OnnxTensor.createTensor(environment, image,
			new long[] { 1, 3, SIDE, SIDE }))
		{
			features = encoder.run(Map.of("image", input));
		}
	}

	/** @return an output of the encoder, flattened */
	float[] feature(final String name) {
		return floats((OnnxTensor) features.get(name).get());
	}

	/** What the exported decoder answers for one prompt: its three multimasks. */
	public static final class VariantAnswer {

		private final float[] logits;
		private final float[] ious;

		VariantAnswer(final float[] logits, final float[] ious) {
			this.logits = logits;
			this.ious = ious;
		}

		/** @param output from 1 to 3 */
		float logit(final int output, final int pixel) {
			return logits[(output - 1) * MaskProposals.SIDE * MaskProposals.SIDE +
				pixel];
		}

		/** @param output from 1 to 3 */
		float iou(final int output) {
			return ious[output - 1];
		}
	}

	/** @param prompt a batch of one; the graph adds the padding point itself */
	public VariantAnswer decode(final PromptBatch prompt) throws OrtException {
		final int n = prompt.points();
		final FloatBuffer xy = FloatBuffer.allocate(2 * n);
		final FloatBuffer labels = FloatBuffer.allocate(n);
		for (int i = 0; i < n; i++) {
			xy.put(prompt.point(0, i));
			labels.put(label(prompt.label(0, i)));
		}
		final Map<String, OnnxTensor> inputs = new HashMap<>();
		for (final String name : new String[] { "image_embed", "high_res_feats_0",
			"high_res_feats_1" })
			inputs.put(name, (OnnxTensor) features.get(name).get());
		final Map<String, OnnxTensor> own = Map.of("point_coords", tensor(xy.flip(),
			1, n, 2), "point_labels", tensor(labels.flip(), 1, n), "mask_input",
			tensor(!prompt.masks().isEmpty() ? FloatBuffer.wrap(prompt.masks().get(0))
				: FloatBuffer.allocate(256 * 256), 1, 1, 256, 256), "has_mask_input",
			tensor(FloatBuffer.wrap(new float[] { prompt.masks().size() }), 1));
		inputs.putAll(own);
		try (OrtSession.Result result = decoder.run(inputs)) {
			return new VariantAnswer(floats((OnnxTensor) result.get("masks").get()),
				floats((OnnxTensor) result.get("iou_predictions").get()));
		}
		finally {
			own.values().forEach(OnnxTensor::close);
		}
	}

	private static float label(final Label label) {
		switch (label) {
			case BACKGROUND:
				return 0;
			case FOREGROUND:
				return 1;
			case BOX_MIN:
				return 2;
			default:
				return 3;
		}
	}

	private OnnxTensor tensor(final FloatBuffer values, final long... shape)
		throws OrtException
	{
		return OnnxTensor.createTensor(environment, values, shape);
	}

	private static float[] floats(final OnnxTensor tensor) {
		final FloatBuffer buffer = tensor.getFloatBuffer();
		final float[] values = new float[buffer.remaining()];
		buffer.get(values);
		return values;
	}

	@Override
	public void close() throws OrtException {
		if (features != null) features.close();
		encoder.close();
		decoder.close();
	}
}
