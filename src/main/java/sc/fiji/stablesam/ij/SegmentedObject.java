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

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import ij.gui.Roi;

import sc.fiji.stablesam.mask.Mask;

/** One answer: a prompt and the mask that the model gave for it. Immutable. */
public final class SegmentedObject {

	private final int label;
	private final RoiPrompt prompt;
	private final Mask mask;
	private final Origin origin;

	SegmentedObject(final int label, final RoiPrompt prompt, final Mask mask,
		final Origin origin)
	{
		this.label = label;
		this.origin = Objects.requireNonNull(origin);
		this.prompt = Objects.requireNonNull(prompt);
		this.mask = Objects.requireNonNull(mask);
	}

	/**
	 * @param label its number, from 1
	 * @param prompt on a plane of the image
	 * @param modelName of what answered
	 */
	public static SegmentedObject of(final int label, final RoiPrompt prompt,
		final Mask mask, final SourceImage image, final String modelName)
	{
		return new SegmentedObject(label, prompt, mask, new Origin(image,
			modelName));
	}

	/** @return its value in the label image, from 1 */
	public int label() {
		return label;
	}

	/** @return its name in the results, for instance SAM-0001 */
	public String name() {
		return String.format(Locale.ROOT, "SAM-%04d", label);
	}

	/** @return what was pointed at */
	public RoiPrompt prompt() {
		return prompt;
	}

	/** @return the mask, which may be empty */
	public Mask mask() {
		return mask;
	}

	/** @return the plane that was segmented; channel 0 if all were mixed */
	public PlanePosition plane() {
		return origin.planeOf(prompt);
	}

	/**
	 * @return the mask's exact outline as a new ROI with name, position, group
	 *         and properties; none if the mask is empty
	 */
	public Optional<Roi> roi() {
		return mask.isEmpty() ? Optional.empty() : Optional.of(origin.outline(
			this));
	}

	@Override
	public String toString() {
		return name() + " of " + prompt + ": " + mask;
	}
}
