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

import java.util.Objects;

/** How prompts are to be answered, beyond model and device. Immutable. */
public final class SegmentationOptions {

	private static final SegmentationOptions DEFAULTS = new SegmentationOptions(
		MaskChoice.AUTO, PluginChoice.AUTO, true, true, true);

	private final MaskChoice mask;
	private final PluginChoice plugin;
	private final boolean stabilityScored;
	private final boolean secondLooks;
	private final boolean halfTurn;

	private SegmentationOptions(final MaskChoice mask, final PluginChoice plugin,
		final boolean stabilityScored, final boolean secondLooks,
		final boolean halfTurn)
	{
		this.mask = Objects.requireNonNull(mask);
		this.plugin = Objects.requireNonNull(plugin);
		this.stabilityScored = stabilityScored;
		this.secondLooks = secondLooks;
		this.halfTurn = halfTurn;
	}

	/** @return what serves best: all choices automatic, stability scored */
	public static SegmentationOptions defaults() {
		return DEFAULTS;
	}

	/** @return these options with another choice of mask */
	public SegmentationOptions with(final MaskChoice newMask) {
		return new SegmentationOptions(newMask, plugin, stabilityScored,
			secondLooks, halfTurn);
	}

	/** @return these options with another plugin */
	public SegmentationOptions with(final PluginChoice newPlugin) {
		return new SegmentationOptions(mask, newPlugin, stabilityScored,
			secondLooks, halfTurn);
	}

	/** @return these options with a stability score of each mask */
	public SegmentationOptions withStability() {
		return new SegmentationOptions(mask, plugin, true, secondLooks, halfTurn);
	}

	/** @return these options without stability scores, which cost time */
	public SegmentationOptions withoutStability() {
		return new SegmentationOptions(mask, plugin, false, secondLooks, halfTurn);
	}

	/**
	 * @return these options without second looks, each of which takes as long as
	 *         encoding the image, once
	 */
	public SegmentationOptions withoutSecondLooks() {
		return new SegmentationOptions(mask, plugin, stabilityScored, false,
			halfTurn);
	}

	/**
	 * @return these options for somebody who waits: of the second looks, without
	 *         the one for which all of the image is encoded once more
	 */
	public SegmentationOptions withoutHalfTurn() {
		return new SegmentationOptions(mask, plugin, stabilityScored, secondLooks,
			false);
	}

	public MaskChoice mask() {
		return mask;
	}

	public PluginChoice plugin() {
		return plugin;
	}

	/** @return whether each mask gets a stability score */
	public boolean isStabilityScored() {
		return stabilityScored;
	}

	/**
	 * @return whether objects of which the network is not sure are looked at
	 *         again: in the image turned by half, and tiny ones in close-ups
	 */
	public boolean hasSecondLooks() {
		return secondLooks;
	}

	/** @return whether second looks are taken at the turned image, too */
	public boolean hasHalfTurn() {
		return secondLooks && halfTurn;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof SegmentationOptions)) return false;
		final SegmentationOptions other = (SegmentationOptions) o;
		return mask == other.mask && plugin.equals(other.plugin) &&
			stabilityScored == other.stabilityScored &&
			secondLooks == other.secondLooks && halfTurn == other.halfTurn;
	}

	@Override
	public int hashCode() {
		return Objects.hash(mask, plugin, stabilityScored, secondLooks, halfTurn);
	}

	@Override
	public String toString() {
		return "mask " + mask + ", plugin " + plugin + (stabilityScored
			? ", stability scored" : "") + (secondLooks ? ", second looks" : "") +
			(halfTurn ? "" : ", no half turn");
	}
}
