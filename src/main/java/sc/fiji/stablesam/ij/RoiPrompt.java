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

package sc.fiji.stablesam.ij;

import java.util.Objects;

import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.prompt.Refinement;

/**
 * One object to segment: a prompt with the name, the ROI group and the plane
 * that it was given on.
 */
public final class RoiPrompt {

	private final String name;
	private final Refinement refinement;
	private final PlanePosition position;
	private final int group;

	private RoiPrompt(final String name, final Refinement refinement,
		final PlanePosition position, final int group)
	{
		this.name = Objects.requireNonNull(name);
		this.refinement = Objects.requireNonNull(refinement);
		this.position = Objects.requireNonNull(position);
		this.group = group;
	}

	/**
	 * @param name for the results
	 * @param prompt in pixels of the image
	 * @return a prompt without group on the image's current plane
	 */
	public static RoiPrompt of(final String name, final Prompt prompt) {
		return of(name, Refinement.of(prompt));
	}

	/**
	 * @param name for the results
	 * @param refinement in pixels of the image
	 * @return a prompt without group on the image's current plane
	 */
	public static RoiPrompt of(final String name, final Refinement refinement) {
		return new RoiPrompt(name, refinement, PlanePosition.ANY, 0);
	}

	/** @return this prompt at another position; 0 stands for the current one */
	public RoiPrompt at(final PlanePosition newPosition) {
		return new RoiPrompt(name, refinement, newPosition, group);
	}

	/** @return this prompt in another ROI group; 0 means none */
	public RoiPrompt inGroup(final int newGroup) {
		return new RoiPrompt(name, refinement, position, newGroup);
	}

	/** @return this prompt with something else pointed at, in one step */
	public RoiPrompt with(final Prompt newPrompt) {
		return new RoiPrompt(name, Refinement.of(newPrompt), position, group);
	}

	public String name() {
		return name;
	}

	/** @return all that was pointed at */
	public Prompt prompt() {
		return refinement.prompt();
	}

	/** @return how it was pointed at */
	public Refinement refinement() {
		return refinement;
	}

	/** @return where it belongs; 0 stands for the current plane */
	public PlanePosition position() {
		return position;
	}

	/** @return the ROI group, 0 for none */
	public int group() {
		return group;
	}

	@Override
	public String toString() {
		return name + ": " + refinement.prompt() + " at " + position;
	}
}
