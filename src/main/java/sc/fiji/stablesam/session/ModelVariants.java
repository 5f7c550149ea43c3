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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.train.EncodedPicture;
import sc.fiji.stablesam.train.Segmenter;
import sc.fiji.stablesam.train.Variant;

/**
 * Lets a model be measured in its variants, with and without a plugin.
 * Thread-safe, as the model is; owns nothing.
 */
public final class ModelVariants implements Segmenter {

	private static final String NO_PLUGIN = PluginChoice.NONE.toString();

	private final SegmentationModel model;
	private final PluginChoice choice;

	private ModelVariants(final SegmentationModel model,
		final PluginChoice choice)
	{
		this.model = model;
		this.choice = choice;
	}

	/**
	 * @param model stays the caller's, to be closed
	 * @throws sc.fiji.stablesam.StableSamException if the plugin cannot be used
	 *           with the model
	 */
	public static ModelVariants of(final SegmentationModel model,
		final PluginChoice plugin)
	{
		// NB: loads it, so that a wrong one is refused now.
		model.plugin(plugin);
		return new ModelVariants(model, plugin);
	}

	@Override
	public String model() {
		return model.name();
	}

	@Override
	public String plugin() {
		return model.pluginName(choice).orElse(NO_PLUGIN);
	}

	@Override
	public List<Variant> variants() {
		final List<Variant> variants = new ArrayList<>(Arrays.asList(Variant
			.values()));
		if (model.plugin(choice).isEmpty()) variants.remove(Variant.PLUGIN_ONLY);
		return variants;
	}

	@Override
	public EncodedPicture encode(final RandomAccessibleInterval<ARGBType> image,
		final Progress progress)
	{
		return new VariantPicture(model.open(image, progress), choice, model.plugin(
			choice));
	}
}
