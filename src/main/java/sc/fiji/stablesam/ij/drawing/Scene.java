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

	static final Scene EMPTY = new Scene(null, null, Collections.emptyList());

	private final Present present;
	/** What the present object was before it was picked up again. */
	private final Accepted replaced;
	private final List<Accepted> accepted;

	private Scene(final Present present, final Accepted replaced,
		final List<Accepted> accepted)
	{
		this.present = present;
		this.replaced = replaced;
		this.accepted = accepted;
	}

	/** @return with another object that is being drawn */
	Scene starting(final Present newPresent) {
		return new Scene(newPresent, null, accepted);
	}

	/** @return with the same object, drawn in another way */
	Scene with(final Present samePresent) {
		return new Scene(samePresent, replaced, accepted);
	}

	/** @return with an accepted object to be drawn in another way */
	Scene pickingUp(final Accepted object) {
		return new Scene(object.present(), object, accepted);
	}

	Scene withoutPresent() {
		return new Scene(null, null, accepted);
	}

	/**
	 * @param object was being drawn
	 * @param old what it was before it was picked up again; may be null
	 * @return with one object more, or in place of the old one; it is not being
	 *         drawn any more
	 */
	Scene accepting(final Accepted object, final Accepted old) {
		final List<Accepted> more = new ArrayList<>(accepted);
		if (old == null) more.add(object);
		else more.replaceAll(other -> other == old ? object : other);
		final boolean present = isDrawing(object.present().stage());
		return new Scene(present ? null : this.present, present ? null : replaced,
			Collections.unmodifiableList(more));
	}

	/** @return whether the stage is that of the object that is being drawn */
	boolean isDrawing(final Stage stage) {
		return present != null && present.stage() == stage;
	}

	/** @return whether the object that is being drawn is one that was accepted */
	boolean isAccepted() {
		return replaced != null && replaced.present().stage() == present.stage() &&
			replaced.present().choice() == present.choice();
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
