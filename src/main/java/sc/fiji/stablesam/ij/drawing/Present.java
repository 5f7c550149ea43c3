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

import java.util.Optional;

import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.prompt.Click;

/** The object that is being drawn. Immutable. */
final class Present {

	private final Picture picture;
	private final RoiPrompt place;
	private final Stage stage;
	private final Choice choice;

	private Present(final Picture picture, final RoiPrompt place,
		final Stage stage, final Choice choice)
	{
		this.picture = picture;
		this.place = place;
		this.stage = stage;
		this.choice = choice;
	}

	/** @param prompt where and what was drawn first */
	static Present of(final Picture picture, final RoiPrompt prompt) {
		return new Present(picture, prompt, Stage.first(prompt.prompt()),
			Choice.FIRST);
	}

	/** @return refined by one more click */
	Present with(final Click click) {
		return new Present(picture, place, stage.then(choice, stage.prompt().with(
			click)), Choice.FIRST);
	}

	/** @return the next of the masks, if they are known */
	Present next() {
		return stage.found().map(found -> new Present(picture, place, stage, Choice
			.of((choice.in(found) + 1) % found.choices(), found))).orElse(this);
	}

	/** @return of which the mask is meant that was chosen while it was drawn */
	Present meaning(final Present drawn) {
		return new Present(picture, place, stage, drawn.choice);
	}

	/** @return to be answered once more */
	Present anew() {
		return on(picture);
	}

	/** @return to be answered for another picture of the same plane */
	Present on(final Picture newPicture) {
		return new Present(newPicture, place, stage.anew(), choice);
	}

	Picture picture() {
		return picture;
	}

	Stage stage() {
		return stage;
	}

	/** @return which of the masks is meant */
	int choice() {
		return stage.found().map(choice::in).orElseGet(choice::number);
	}

	Optional<Found> found() {
		return stage.found();
	}

	/** @return as it was when the given stage was asked about */
	Present at(final Stage earlier) {
		return new Present(picture, place, earlier, Choice.FIRST);
	}

	/** @return how it was drawn */
	RoiPrompt prompt() {
		return RoiPrompt.of(place.name(), stage.refinement().choosing(choice())).at(
			place.position());
	}
}
