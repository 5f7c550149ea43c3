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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is drawn and what was accepted on one image at a time. Immutable. */
final class Scene {

	static final Scene EMPTY = new Scene(null, null, false, Collections
		.emptyList());

	private final Present present;
	/** What the present object was before it was picked up again. */
	private final Accepted replaced;
	/** Whether it was refined since. */
	private final boolean refined;
	private final List<Accepted> accepted;

	private Scene(final Present present, final Accepted replaced,
		final boolean refined, final List<Accepted> accepted)
	{
		this.present = present;
		this.replaced = replaced;
		this.refined = refined;
		this.accepted = accepted;
	}

	/** @return with another object that is being drawn */
	Scene starting(final Present newPresent) {
		return new Scene(newPresent, null, true, accepted);
	}

	/** @return with the same object, drawn in another way */
	Scene with(final Present samePresent) {
		return new Scene(samePresent, replaced, true, accepted);
	}

	/** @return with the mask meant that was chosen while it was drawn */
	Scene meaning(final Scene drawn) {
		return present == null || drawn.present == null ? this : with(present
			.meaning(drawn.present));
	}

	/** @return with the same object as it was drawn, but not answered yet */
	Scene anew(final Present samePresent) {
		return new Scene(samePresent, replaced, refined, accepted);
	}

	/** @return with an accepted object to be drawn in another way */
	Scene pickingUp(final Accepted object) {
		return new Scene(object.present(), object, false, accepted);
	}

	Scene withoutPresent() {
		return new Scene(null, null, false, accepted);
	}

	/**
	 * @param object of what was being drawn at the stage
	 * @param old what it was before it was picked up again
	 * @return with one object more, or in place of the old one; it is not being
	 *         drawn any more
	 */
	Scene accepting(final Accepted object, final Stage stage,
		final Optional<Accepted> old)
	{
		final List<Accepted> more = new ArrayList<>(accepted);
		if (old.isPresent()) more.replaceAll(other -> other == old.get() ? object
			: other);
		else more.add(object);
		final boolean present = isDrawing(stage);
		return present ? new Scene(null, null, false, Collections.unmodifiableList(
			more)) : new Scene(this.present, replaced, refined, Collections
				.unmodifiableList(more));
	}

	/** @return what was accepted and is still where it was put */
	List<Accepted> there() {
		return Shelves.there(accepted);
	}

	/** @return whether the stage is that of the object that is being drawn */
	boolean isDrawing(final Stage stage) {
		return present != null && present.stage() == stage;
	}

	/** @return whether what was picked up is as it was accepted */
	boolean isAccepted() {
		return replaced != null && !refined;
	}

	Optional<Present> present() {
		return Optional.ofNullable(present);
	}

	/** @return what was picked up to be drawn in another way */
	Optional<Accepted> replaced() {
		return Optional.ofNullable(replaced);
	}

	List<Accepted> accepted() {
		return accepted;
	}
}
