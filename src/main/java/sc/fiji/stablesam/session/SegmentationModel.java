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

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import ai.djl.engine.EngineException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Resampling;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.SamConfig;
import sc.fiji.stablesam.model.TensorSource;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.train.EmbeddingCache;
import sc.fiji.stablesam.train.FileTensors;
import sc.fiji.stablesam.weights.ModelCatalog;
import sc.fiji.stablesam.weights.SafetensorsFile;
import sc.fiji.stablesam.weights.TensorFile;

/**
 * A loaded network: one set of weights on one device, from which any number of
 * {@link SegmentationSession}s can be opened. Thread-safe. Owns native memory
 * until it is closed; closing it closes its sessions.
 */
public final class SegmentationModel implements AutoCloseable {

	private static final String TINY = "sam2_hiera_tiny";

	private final Sam network;
	private final PluginCache plugins;
	private final String name;
	/** Tells its weights from all others. */
	private final String fingerprint;
	private final ComputeDevice device;
	private final Set<EncodedImage> images = ConcurrentHashMap.newKeySet();
	private final Turns turns = new Turns();
	private boolean closed;

	private SegmentationModel(final Sam network, final PluginCache plugins,
		final String name, final String fingerprint, final ComputeDevice device)
	{
		this.fingerprint = fingerprint;
		this.network = network;
		this.plugins = plugins;
		this.name = name;
		this.device = device;
	}

	/**
	 * Loads the weights onto a device, with the precision that suits it.
	 *
	 * @see #load(Path, DeviceChoice, PrecisionChoice, Progress)
	 */
	public static SegmentationModel load(final Path modelFile,
		final DeviceChoice device, final Progress progress)
	{
		return load(modelFile, device, PrecisionChoice.AUTO, progress);
	}

	/**
	 * Loads the weights onto a device.
	 *
	 * @param modelFile a {@code .safetensors} file of the model folder
	 * @throws sc.fiji.stablesam.StableSamException if the file is damaged or is
	 *           not the model it says, or if the device cannot be used
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static SegmentationModel load(final Path modelFile,
		final DeviceChoice device, final PrecisionChoice precision,
		final Progress progress)
	{
		progress.checkCancelled();
		progress.report("Loading the model", 0);
		try (TensorFile file = SafetensorsFile.open(modelFile)) {
			// NB: A network built of what is there would not miss its last blocks.
			final Set<String> needed = ModelCatalog.builtIn().check(architecture(
				file), file, modelFile);
			final ComputeDevice where = ComputeDevice.of(device, precision);
			PyTorchEngine.start();
			final TensorSource weights = new FileTensors(file, needed);
			final Sam network = Sam.load(weights, config(weights, modelFile), where
				.device(), where.precision());
			progress.report("Loading the model", 1);
			return new SegmentationModel(network, new PluginCache(network,
				ModelCatalog.builtIn().base(file, modelFile)), file.metadata()
					.getOrDefault("name", modelFile.getFileName().toString()),
				fingerprint(file) + where.precisionMark(), where);
		}
		catch (final EngineException exc) {
			throw engineFailure(exc);
		}
	}

	private static SamConfig config(final TensorSource weights,
		final Path modelFile)
	{
		try {
			return SamConfig.of(weights);
		}
		catch (final StableSamException exc) {
			final String why = exc.getMessage();
			throw new StableSamException("The weight file " + modelFile +
				" cannot be used: " + Character.toLowerCase(why.charAt(0)) + why
					.substring(1), exc);
		}
	}

	/** @return the id of the network that a model file is for */
	static String architecture(final TensorFile file) {
		return file.metadata().getOrDefault("architecture", TINY);
	}

	/** @return what tells a model file from all others */
	static String fingerprint(final TensorFile file) {
		return architecture(file) + " " + file.metadata().getOrDefault(
			"checksum.crc32c", "");
	}

	/** @return the model's name, for people and for the results */
	public String name() {
		return name;
	}

	/**
	 * @return the plugin's name, for people and for the results, if there is one;
	 *         it is loaded now if it was not yet
	 * @throws StableSamException if it cannot be used with this model
	 */
	public Optional<String> pluginName(final PluginChoice choice) {
		return loadedPlugin(choice).map(LoadedPlugin::name);
	}

	/**
	 * @return the model's name and that of the plugin, if there is one, for
	 *         people and for the results
	 * @throws StableSamException if it cannot be used with this model
	 */
	public String nameWith(final PluginChoice choice) {
		return pluginName(choice).map(plugin -> name + " + " + plugin).orElse(name);
	}

	/** @return where it runs, for people: {@code cpu}, {@code gpu (cuda)}... */
	public String deviceName() {
		return device.name();
	}

	/**
	 * @return if it runs on the CPU although a GPU would have been taken, one
	 *         line that says why
	 */
	public Optional<String> whyNoGpu() {
		return device.whyNoGpu();
	}

	/**
	 * Encodes an image once, so that it can be prompted many times.
	 *
	 * @param image [x, y], contrast already applied; a copy is kept for second
	 *          looks, 4 bytes a pixel
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @throws IllegalStateException if the model is closed
	 */
	public SegmentationSession open(
		final RandomAccessibleInterval<ARGBType> image, final Progress progress)
	{
		return session(image, encode(image, whole(image), progress));
	}

	/**
	 * Encodes an image, unless it was encoded before and is kept in a file.
	 *
	 * @param files keep it from now on, if they can be written
	 * @see #open(RandomAccessibleInterval, Progress)
	 */
	SegmentationSession open(final RandomAccessibleInterval<ARGBType> image,
		final EncodedFiles files, final Progress progress)
	{
		progress.checkCancelled();
		final EmbeddingCache cache = new EmbeddingCache(files.folder(), network,
			fingerprint);
		final String key = cache.key(image);
		try {
			final EncodedImage encoded = encoded(whole(image), inTurn -> cache.open(
				key, () -> image, inTurn), progress);
			files.used(cache.file(key));
			return session(image, encoded);
		}
		catch (final StableSamException exc) {
			// NB: a full disk is no reason to answer nothing.
			return open(image, progress);
		}
	}

	private ImageFrame whole(final RandomAccessibleInterval<ARGBType> image) {
		return network.frame(image.dimension(0), image.dimension(1));
	}

	private SegmentationSession session(
		final RandomAccessibleInterval<ARGBType> image, final EncodedImage encoded)
	{
		return new SegmentationSession(encoded, new SecondLooks(this,
			new OwnPicture(image)));
	}

	/**
	 * Encodes the part of an image that a frame shows.
	 *
	 * @return the caller's, to be closed
	 */
	EncodedImage encode(final RandomAccessibleInterval<ARGBType> image,
		final ImageFrame frame, final Progress progress)
	{
		progress.checkCancelled();
		final FloatBuffer picture = Resampling.toPicture(image, frame);
		return encoded(frame, inTurn -> network.encode(picture, frame, inTurn),
			progress);
	}

	private EncodedImage encoded(final ImageFrame frame,
		final Function<Progress, ImageEmbedding> encoding, final Progress progress)
	{
		return turns.takeLong(inTurn -> {
			requireOpen();
			try {
				final EncodedImage encoded = new EncodedImage(this, frame, encoding
					.apply(inTurn));
				images.add(encoded);
				return encoded;
			}
			catch (final EngineException exc) {
				throw engineFailure(exc);
			}
		}, progress, this::requireOpen);
	}

	/**
	 * The network's own words are for the log; the likely cause is for the user.
	 */
	static StableSamException engineFailure(final EngineException exc) {
		return new StableSamException(
			"The network stopped with an error, most likely because memory ran out; close other images or choose the device 'cpu'.",
			exc);
	}

	/**
	 * @return the plugin that is chosen, if any; the model's to close
	 * @throws StableSamException if it cannot be used with this model
	 */
	Optional<StabilityPlugin> plugin(final PluginChoice choice) {
		return loadedPlugin(choice).map(LoadedPlugin::plugin);
	}

	private Optional<LoadedPlugin> loadedPlugin(final PluginChoice choice) {
		return turns.take(() -> {
			requireOpen();
			try {
				return plugins.get(choice);
			}
			catch (final EngineException exc) {
				throw engineFailure(exc);
			}
		});
	}

	Sam network() {
		return network;
	}

	Turns turns() {
		return turns;
	}

	void forget(final EncodedImage image) {
		images.remove(image);
	}

	private void requireOpen() {
		if (closed) throw new IllegalStateException("The model is closed.");
	}

	@Override
	public void close() {
		turns.take(() -> {
			if (closed) return;
			closed = true;
			Set.copyOf(images).forEach(EncodedImage::close);
			plugins.close();
			network.close();
		});
	}
}
