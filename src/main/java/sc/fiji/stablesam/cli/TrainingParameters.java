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

package sc.fiji.stablesam.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.train.PromptMix;
import sc.fiji.stablesam.train.TrainingOptions;
import sc.fiji.stablesam.train.TrainingOptions.Decay;

/** How a plugin is trained, and how it is made. */
final class TrainingParameters {

	@Option(names = "--steps", paramLabel = "N", defaultValue = "3000",
		description = {
			"Steps; ${DEFAULT-VALUE}. With 0, what it starts with is written, as the mean of several plugins." })
	private int steps;

	@Option(names = "--seed", paramLabel = "S", defaultValue = "1",
		description = { "The same seed draws the same; ${DEFAULT-VALUE}." })
	private long seed;

	@Option(names = "--pictures", paramLabel = "N", defaultValue = "4",
		description = { "Pictures a step learns from; ${DEFAULT-VALUE}." })
	private int pictures;

	@Option(names = "--objects", paramLabel = "N", defaultValue = "4",
		description = {
			"Objects of each picture that a step learns from, at most; ${DEFAULT-VALUE}." })
	private int objects;

	@Option(names = "--rate", paramLabel = "R", defaultValue = "0.002",
		description = { "Learning rate; ${DEFAULT-VALUE}." })
	private double rate;

	@Option(names = "--warm-up", paramLabel = "N", defaultValue = "50",
		description = { "Steps in which the rate rises; ${DEFAULT-VALUE}." })
	private int warmUp;

	@Option(names = "--decay", paramLabel = "none|cosine|step",
		defaultValue = "cosine", description = {
			"What becomes of the rate then; ${DEFAULT-VALUE}." })
	private Decay decay;

	@Option(names = "--weight-decay", paramLabel = "W", defaultValue = "0.01",
		description = { "${DEFAULT-VALUE}" })
	private double weightDecay;

	@Option(names = "--dice", paramLabel = "W", defaultValue = "1",
		description = { "Weight of the dice loss; ${DEFAULT-VALUE}." })
	private double dice;

	@Option(names = "--entropy", paramLabel = "W", defaultValue = "0",
		description = { "Weight of the cross-entropy; ${DEFAULT-VALUE}." })
	private double entropy;

	@Option(names = "--lovasz", paramLabel = "W", defaultValue = "0",
		description = { "Weight of the Lovász hinge; ${DEFAULT-VALUE}." })
	private double lovasz;

	@Option(names = "--close-ups", paramLabel = "N", defaultValue = "0",
		description = {
			"Parts of each set's pictures, turned, mirrored and with another contrast, that are learnt from half of the time; ${DEFAULT-VALUE}." })
	private int closeUps;

	@Option(names = "--repainted", paramLabel = "SHARE", defaultValue = "0",
		description = {
			"Share of the close-ups, from 0 to 1, in which objects and what is between them are painted anew, as if of another kind of microscopy; ${DEFAULT-VALUE}." })
	private double repainted;

	@Option(names = "--teacher", paramLabel = "IOU", defaultValue = "2",
		description = {
			"Learn the outline that the network itself gives for the exact box, where it has at least this IoU with the true one; ${DEFAULT-VALUE}, which is never." })
	private double teacher;

	@Option(names = "--feedback", paramLabel = "SHARE", defaultValue = "0",
		description = {
			"Share of the prompts, from 0 to 1, that are answered once without learning and learnt from with that mask fed back; above 0 the plugin is used for a second pass, too; ${DEFAULT-VALUE}." })
	private double feedback;

	@Option(names = "--from", paramLabel = "FILE", description = {
		"Start with the weights of this plugin: of the places and adapters that are wanted, only what it lacks is fresh. Given several times, with the mean of all." })
	private List<Path> start = new ArrayList<>();

	@Option(names = "--prompts", paramLabel = "KIND=WEIGHT,..", description = {
		"How often each kind of prompt is drawn, such as noisy_box=3,1_point=1." })
	private String prompts;

	@Option(names = "--box-output", paramLabel = "0..3", defaultValue = "0",
		description = {
			"The network's output to train for prompts with a box: 0 the single mask, 1 to 3 the multiple ones; ${DEFAULT-VALUE}." })
	private int boxOutput;

	@Option(names = "--click-output", paramLabel = "0..3", defaultValue = "2",
		description = {
			"The network's output to train for prompts without a box; ${DEFAULT-VALUE}." })
	private int clickOutput;

	@Option(names = "--place", paramLabel = "PLACE[:WIDTH],..",
		defaultValue = PluginConfig.STANDARD_PLACES, description = {
			"Where the plugin sits: layer0, layer1, final (the attentions) or upscaling, and after a colon, how many channels its offset network has between its convolutions if fewer than the tokens; ${DEFAULT-VALUE}." })
	private String places;

	@Option(names = "--adapters", paramLabel = "PLACE:WIDTH,..|none",
		defaultValue = PluginConfig.STANDARD_ADAPTERS, description = {
			"Where prompt tokens are adapted: after layer0, layer1 or final, and between how many channels; ${DEFAULT-VALUE}." })
	private String adapters;

	@Option(names = "--offset-scale", paramLabel = "F", defaultValue = "1",
		description = { "Factor of the offsets; ${DEFAULT-VALUE}." })
	private double offsetScale;

	@Option(names = "--amplitude-scale", paramLabel = "F", defaultValue = "1",
		description = {
			"Factor of the amplitudes' logits, 0 for none; ${DEFAULT-VALUE}." })
	private double amplitudeScale;

	@Option(names = "--validate-every", paramLabel = "N", defaultValue = "100",
		description = { "Steps between validations; ${DEFAULT-VALUE}." })
	private int validateEvery;

	@Option(names = "--checkpoint-every", paramLabel = "SECONDS",
		defaultValue = "120", description = {
			"Time between checkpoints; ${DEFAULT-VALUE}." })
	private int checkpointEvery;

	/** @throws WrongUsage if an option has no meaning */
	TrainingOptions options() {
		try {
			return TrainingOptions.builder().seed(seed).steps(steps).pictures(
				pictures).objects(objects).rate(rate).warmUp(warmUp).decay(decay)
				.weightDecay(weightDecay).lossWeights(dice, entropy, lovasz).closeUps(
					closeUps).repainted(repainted).teacher(teacher).feedback(feedback)
				.start(start).mix(prompts == null ? PromptMix.standard() : PromptMix
					.parse(prompts)).plugin(plugin()).validationInterval(validateEvery)
				.checkpointInterval(checkpointEvery).build();
		}
		catch (final IllegalArgumentException e) {
			throw new WrongUsage(e.getMessage());
		}
	}

	private PluginConfig plugin() {
		return PluginConfig.standard().withPlaces(places).withAdapters(adapters)
			.withOutputs(boxOutput, clickOutput).withOffsetScale(offsetScale)
			.withAmplitudeScale(amplitudeScale);
	}
}
