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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.stablesam.model.PluginConfig;

/**
 * What a training does. Immutable; a {@link Builder} makes it. Two trainings
 * with equal options and data go the same way.
 */
public final class TrainingOptions {

	/** What becomes of the learning rate after the warm-up. */
	public enum Decay {
			/** It stays. */
			NONE,
			/** It goes down to zero along half a cosine. */
			COSINE,
			/** After two thirds of the steps it is a tenth. */
			STEP
	}

	private final Builder set;

	private TrainingOptions(final Builder set) {
		this.set = new Builder(set);
	}

	public static Builder builder() {
		return new Builder(null);
	}

	/** @return to change some of these options */
	public Builder toBuilder() {
		return new Builder(set);
	}

	public long seed() {
		return set.seed;
	}

	public int steps() {
		return set.steps;
	}

	/** @return pictures that a step learns from */
	public int pictures() {
		return set.pictures;
	}

	/** @return prompts a picture at most, each for another object of it */
	public int objects() {
		return set.objects;
	}

	public double diceWeight() {
		return set.diceWeight;
	}

	public double entropyWeight() {
		return set.entropyWeight;
	}

	/** @return of {@link LovaszHinge} */
	public double lovaszWeight() {
		return set.lovaszWeight;
	}

	/** @return close-ups of each set that are learnt from, too */
	public int closeUps() {
		return set.closeUps;
	}

	/** @return share of the close-ups that are painted anew */
	public double repainted() {
		return set.repainted;
	}

	/** @return IoU from which on the network itself is the teacher */
	public double teacher() {
		return set.teacher;
	}

	/** @return share of the lessons in which the second answer is learnt from */
	public double feedback() {
		return set.feedback;
	}

	/**
	 * @return the plugin files whose weights, on the mean, are the first ones;
	 *         none for fresh ones
	 */
	public List<Path> start() {
		return set.start;
	}

	/** @return gradients longer than this are shortened to it */
	public double longestGradient() {
		return set.longestGradient;
	}

	public double weightDecay() {
		return set.weightDecay;
	}

	/** @return steps between two validations */
	public int validationInterval() {
		return set.validationInterval;
	}

	/** @return seconds between two checkpoints, about */
	public int checkpointInterval() {
		return set.checkpointInterval;
	}

	public PromptMix mix() {
		return set.mix;
	}

	/** @return with as many passes as it is trained for */
	public PluginConfig plugin() {
		return set.plugin.withPasses(set.feedback > 0 ? 2 : 1);
	}

	/** @return the learning rate of a step, counting from 0 */
	public double rate(final int step) {
		final double warm = Math.min(1, (step + 1.0) / (set.warmUp + 1));
		final double done = (double) step / set.steps;
		switch (set.decay) {
			case COSINE:
				return set.rate * warm * (1 + Math.cos(Math.PI * done)) / 2;
			case STEP:
				return set.rate * warm * (done < 2 / 3.0 ? 1 : 0.1);
			default:
				return set.rate * warm;
		}
	}

	/** @return all that decides which way the training goes, for a file */
	public Map<String, String> toMetadata() {
		final Map<String, String> entries = new LinkedHashMap<>(plugin()
			.toMetadata());
		entries.put("seed", Long.toString(set.seed));
		entries.put("steps", Integer.toString(set.steps));
		entries.put("training.pictures", Integer.toString(set.pictures));
		entries.put("training.objects", Integer.toString(set.objects));
		entries.put("training.rate", Double.toString(set.rate));
		entries.put("training.warm_up", Integer.toString(set.warmUp));
		entries.put("training.decay", set.decay.toString());
		entries.put("training.dice_weight", Double.toString(set.diceWeight));
		entries.put("training.entropy_weight", Double.toString(set.entropyWeight));
		entries.put("training.lovasz_weight", Double.toString(set.lovaszWeight));
		entries.put("training.close_ups", Integer.toString(set.closeUps));
		entries.put("training.repainted", Double.toString(set.repainted));
		entries.put("training.teacher", Double.toString(set.teacher));
		entries.put("training.longest_gradient", Double.toString(
			set.longestGradient));
		entries.put("training.weight_decay", Double.toString(set.weightDecay));
		entries.put("training.mix", set.mix.toString());
		entries.put("training.feedback", Double.toString(set.feedback));
		if (!start().isEmpty()) entries.put("training.from", start().stream().map(
			file -> file.getFileName().toString()).collect(Collectors.joining(", ")));
		return entries;
	}

	@Override
	public String toString() {
		return toMetadata().toString();
	}

	/** Options that are being put together. */
	public static final class Builder {

		private long seed = 1;
		private int steps = 3000;
		private int pictures = 4;
		private int objects = 4;
		private double rate = 2e-3;
		private int warmUp = 50;
		private Decay decay = Decay.COSINE;
		private double diceWeight = 1;
		private double entropyWeight = 0;
		private double teacher = 2;
		private double lovaszWeight = 0;
		private int closeUps = 0;
		private double repainted = 0;
		private double feedback = 0;
		private List<Path> start = List.of();
		private double longestGradient = 1;
		private double weightDecay = 0.01;
		private int validationInterval = 100;
		private int checkpointInterval = 120;
		private PromptMix mix = PromptMix.standard();
		private PluginConfig plugin = PluginConfig.standard();

		private Builder(final Builder other) {
			if (other == null) return;
			seed = other.seed;
			steps = other.steps;
			pictures = other.pictures;
			objects = other.objects;
			rate = other.rate;
			warmUp = other.warmUp;
			decay = other.decay;
			diceWeight = other.diceWeight;
			entropyWeight = other.entropyWeight;
			teacher = other.teacher;
			lovaszWeight = other.lovaszWeight;
			closeUps = other.closeUps;
			repainted = other.repainted;
			feedback = other.feedback;
			start = other.start;
			longestGradient = other.longestGradient;
			weightDecay = other.weightDecay;
			validationInterval = other.validationInterval;
			checkpointInterval = other.checkpointInterval;
			mix = other.mix;
			plugin = other.plugin;
		}

		/** @param seed of the first weights and of all that is drawn */
		public Builder seed(final long seed) {
			this.seed = seed;
			return this;
		}

		/** @param steps after none, the plugin is what the training starts with */
		public Builder steps(final int steps) {
			if (steps < 0) throw new IllegalArgumentException(
				"The steps must not be below 0: " + steps + ".");
			this.steps = steps;
			return this;
		}

		/**
		 * @param pictures that a step learns from; what one teaches is too noisy to
		 *          follow
		 */
		public Builder pictures(final int pictures) {
			this.pictures = (int) positive(pictures, "pictures a step");
			return this;
		}

		/** @param objects of a picture that a step learns from, at most */
		public Builder objects(final int objects) {
			this.objects = (int) positive(objects, "objects a picture");
			return this;
		}

		/** @param rate the largest learning rate */
		public Builder rate(final double rate) {
			this.rate = positive(rate, "learning rate");
			return this;
		}

		/** @param steps in which the learning rate rises from almost nothing */
		public Builder warmUp(final int steps) {
			warmUp = Math.max(0, steps);
			return this;
		}

		public Builder decay(final Decay decay) {
			this.decay = decay;
			return this;
		}

		/** At least one is above 0. */
		public Builder lossWeights(final double dice, final double entropy,
			final double lovasz)
		{
			positive(dice + entropy + lovasz, "sum of the losses' weights");
			lovaszWeight = lovasz;
			diceWeight = dice;
			entropyWeight = entropy;
			return this;
		}

		/**
		 * @param count of parts of each set's pictures, turned, mirrored and with
		 *          another contrast, that are learnt from half of the time
		 */
		public Builder closeUps(final int count) {
			closeUps = Math.max(0, count);
			return this;
		}

		/**
		 * @param share of the close-ups, from 0 to 1, in which objects and what is
		 *          between them are painted anew, as if of another kind of
		 *          microscopy
		 */
		public Builder repainted(final double share) {
			repainted = share(share, "close-ups that are painted anew");
			return this;
		}

		/**
		 * @param iou where the network without the plugin, given the exact box,
		 *          outlines an object with at least this IoU, its outline is learnt
		 *          and not the true one; above 1 that is never so
		 */
		public Builder teacher(final double iou) {
			teacher = positive(iou, "IoU of the teacher");
			return this;
		}

		/**
		 * @param share of the lessons, from 0 to 1, in which prompts are answered
		 *          once without learning and then, with that answer's mask fed
		 *          back, once more; above 0 the plugin is one for two passes
		 */
		public Builder feedback(final double share) {
			feedback = share(share, "masks that are fed back");
			return this;
		}

		private static double share(final double share, final String what) {
			if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException(
				"The share of " + what + " is from 0 to 1, not " + share + ".");
			return share;
		}

		/**
		 * @param files of plugins whose weights, on the mean, are the first ones
		 */
		public Builder start(final List<Path> files) {
			start = List.copyOf(files);
			return this;
		}

		/** @param length to which longer gradients are shortened */
		public Builder longestGradient(final double length) {
			longestGradient = positive(length, "longest gradient");
			return this;
		}

		/** @param share by which a step of rate 1 shrinks matrices */
		public Builder weightDecay(final double share) {
			weightDecay = share;
			return this;
		}

		/** @param steps between two validations */
		public Builder validationInterval(final int steps) {
			validationInterval = (int) positive(steps, "steps between validations");
			return this;
		}

		/** @param seconds between two checkpoints; 0 for one after each step */
		public Builder checkpointInterval(final int seconds) {
			checkpointInterval = Math.max(0, seconds);
			return this;
		}

		public Builder mix(final PromptMix mix) {
			this.mix = mix;
			return this;
		}

		public Builder plugin(final PluginConfig plugin) {
			this.plugin = plugin;
			return this;
		}

		public TrainingOptions build() {
			return new TrainingOptions(this);
		}

		private static double positive(final double value, final String what) {
			if (!(value > 0 && Double.isFinite(value)))
				throw new IllegalArgumentException("The " + what +
					" must be above 0, not " + value + ".");
			return value;
		}
	}
}
