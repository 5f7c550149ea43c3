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

package sc.fiji.stablesam.ij.drawing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import sc.fiji.stablesam.mask.Mask;

/** What a person can be told of, and do on, one image just now. Immutable. */
public final class DrawingStatus {

	static final DrawingStatus NOTHING = new DrawingStatus(null, 0, 0, EnumSet
		.noneOf(Action.class), 0);

	private final Mask mask;
	private final int choice;
	private final int choices;
	private final Set<Action> actions;
	private final int accepted;

	DrawingStatus(final Mask mask, final int choice, final int choices,
		final Set<Action> actions, final int accepted)
	{
		this.mask = mask;
		this.choice = choice;
		this.choices = choices;
		this.actions = EnumSet.noneOf(Action.class);
		this.actions.addAll(actions);
		this.accepted = accepted;
	}

	/** @return of the object that is being drawn, once it is answered */
	public Optional<Mask> mask() {
		return Optional.ofNullable(mask);
	}

	/** @return which of the masks it is, from 0 */
	public int choice() {
		return choice;
	}

	/** @return how many masks there are to choose from */
	public int choices() {
		return choices;
	}

	/** @return whether there is something to do it with */
	public boolean allows(final Action action) {
		return actions.contains(action);
	}

	/** @return how many objects of the image were accepted and are still there */
	public int accepted() {
		return accepted;
	}
}
