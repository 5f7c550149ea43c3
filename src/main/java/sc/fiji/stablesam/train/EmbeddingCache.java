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

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Resampling;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.weights.SafetensorsFile;
import sc.fiji.stablesam.weights.SafetensorsWriter;
import sc.fiji.stablesam.weights.TensorFile;

/**
 * Encodes each picture once and keeps what the network made of it in a file of
 * 4 to 16 MB, named after the pixels and the model. Not safe for use by several
 * threads at once, but by several programs.
 */
public final class EmbeddingCache {

	/** Changes when the same picture and model would be encoded otherwise. */
	private static final String VERSION = "1";

	private final Path folder;
	private final Sam network;
	private final String model;

	/**
	 * @param folder is made when the first picture is encoded
	 * @param model tells the network's weights from all others
	 */
	public EmbeddingCache(final Path folder, final Sam network,
		final String model)
	{
		this.folder = folder;
		this.network = network;
		this.model = model;
	}

	/** @return the name of a picture's embedding, from its pixels */
	public String key(final RandomAccessibleInterval<ARGBType> image) {
		final MessageDigest digest = sha256();
		digest.update((VERSION + "/" + model + "/" + image.dimension(0) + "x" +
			image.dimension(1)).getBytes(StandardCharsets.UTF_8));
		final ByteBuffer pixels = ByteBuffer.allocate(Math.toIntExact(
			Integer.BYTES * Views.flatIterable(image).size()));
		for (final ARGBType pixel : Views.flatIterable(image))
			pixels.putInt(pixel.get());
		digest.update(pixels.array());
		final StringBuilder key = new StringBuilder();
		for (final byte b : digest.digest())
			key.append(String.format("%02x", b));
		return key.toString();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}

	/**
	 * @param key of the picture
	 * @param picture asked for if it was not encoded yet, or its file is damaged
	 * @return to be closed by the caller
	 * @throws StableSamException if the file cannot be written, for instance
	 *           because the disk is full; nothing half-written stays
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public ImageEmbedding open(final String key,
		final Supplier<RandomAccessibleInterval<ARGBType>> picture,
		final Progress progress)
	{
		final Path file = file(key);
		if (Files.exists(file)) {
			try {
				return read(file);
			}
			catch (final StableSamException damaged) {
				progress.report("Encoding a picture again", 0);
			}
		}
		encode(picture.get(), file, progress);
		return read(file);
	}

	/** @return how an image of that size lies in the network's picture */
	public ImageFrame frame(final long width, final long height) {
		return network.frame(width, height);
	}

	/** @return where the embedding of a picture is, or would be */
	public Path file(final String key) {
		return folder.resolve(key + ".safetensors");
	}

	/** NB: Always from the file, since gradients need arrays made like that. */
	private ImageEmbedding read(final Path path) {
		try (TensorFile file = SafetensorsFile.open(path)) {
			return network.restore(new FileTensors(file));
		}
	}

	private void encode(final RandomAccessibleInterval<ARGBType> image,
		final Path file, final Progress progress)
	{
		final ImageFrame frame = frame(image.dimension(0), image.dimension(1));
		final FloatBuffer picture = Resampling.toPicture(image, frame);
		try (ImageEmbedding embedding = network.encode(picture, frame, progress)) {
			final Map<String, NDArray> features = embedding.features();
			final Map<String, long[]> shapes = new LinkedHashMap<>();
			features.forEach((name, array) -> shapes.put(name, array.getShape()
				.getShape()));
			try (SafetensorsWriter writer = SafetensorsWriter.create(file, Map.of(
				"model", model), shapes))
			{
				features.forEach((name, array) -> writer.write(name, array
					.toByteBuffer()));
				writer.commit(progress);
			}
		}
	}
}
