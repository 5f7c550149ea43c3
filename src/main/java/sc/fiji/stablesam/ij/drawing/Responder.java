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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.drawing.Lane.Work;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationSession;
import sc.fiji.stablesam.session.SessionCache;

/**
 * Answers the questions about one image, one after the other. Holds the session
 * of the picture that was asked about last.
 */
final class Responder implements Work<Question> {

	private final Engine engine;
	private final Listener listener;
	private Network network;
	private Picture picture;
	private SessionCache.Loan loan;
	private String modelName;
	/** How often had been cancelled before what is answered now. */
	private int cancellations;
	private volatile boolean stopped;

	/** Told what comes out, on the thread that answers. */
	interface Listener {

		/** @param stage has a new answer, the quick or the thorough one */
		void answered(Stage stage);

		/** @param exc why there is no answer, in a sentence for the user */
		void troubled(RuntimeException exc);
	}

	Responder(final Engine engine, final Listener listener) {
		this.engine = engine;
		this.listener = listener;
	}

	@Override
	public void answer(final Question question,
		final Supplier<Optional<Question>> newer)
	{
		cancellations = engine.cancellations();
		try {
			final SegmentationSession session = session(question, newer);
			if (question.stage().isPresent()) answer(question, session, newer);
		}
		catch (final CancellationException exc) {
			// NB: then there is something newer, or nobody wants an answer any more.
		}
		catch (final RuntimeException exc) {
			if (!stopped) listener.troubled(exc);
		}
		finally {
			if (stopped) giveBack();
		}
	}

	private void answer(final Question question,
		final SegmentationSession session, final Supplier<Optional<Question>> newer)
	{
		final Stage stage = question.stage().get();
		final Found quick = question.isThorough() ? found(stage, session) : preview(
			stage, session);
		listener.answered(stage);
		if (!question.isThorough() || quick.isThorough()) return;
		final Mask mask = session.segment(List.of(complete(stage, session)), network
			.options(), until(question, newer, other -> other.stage().isPresent() ||
				other.picture() != question.picture())).get(0);
		stage.answered(quick.with(mask));
		listener.answered(stage);
	}

	private Found preview(final Stage stage, final SegmentationSession session) {
		if (!stage.found().isPresent()) stage.answered(Found.preview(session
			.preview(complete(stage, session), network.options()), modelName));
		return stage.found().get();
	}

	private Found found(final Stage stage, final SegmentationSession session) {
		if (stage.found().map(Found::isPreview).orElse(true)) stage.answered(Found
			.of(session.candidates(complete(stage, session), network.options()),
				modelName));
		return stage.found().get();
	}

	/** @return the stage's prompt with the mask that is fed back, if any */
	private Prompt complete(final Stage stage,
		final SegmentationSession session)
	{
		return stage.before().map(before -> stage.prompt().with(found(before,
			session).hint(stage.choice()))).orElse(stage.prompt());
	}

	private SegmentationSession session(final Question question,
		final Supplier<Optional<Question>> newer)
	{
		final Picture wanted = question.picture();
		final Network now = engine.network();
		if (wanted == picture && now == network) return loan.session();
		giveBack();
		network = now;
		final Progress encoding = until(question, newer, other -> other
			.picture() != wanted);
		encoding.checkCancelled();
		try {
			final SegmentationModel model = now.models().get(encoding);
			modelName = model.nameWith(now.options().plugin());
			loan = engine.cache().open(model, wanted.render(), encoding);
		}
		finally {
			engine.progress().report("", 1);
		}
		picture = wanted;
		return loan.session();
	}

	/**
	 * @return cancelled when something is asked that makes the question
	 *         pointless, unless it is to be answered whatever is asked
	 */
	private Progress until(final Question question,
		final Supplier<Optional<Question>> newer,
		final Predicate<Question> pointless)
	{
		return new Progress() {

			@Override
			public void report(final String task, final double fraction) {
				engine.progress().report(task, fraction);
			}

			@Override
			public boolean isCancelled() {
				return stopped || engine.cancellations() != cancellations || engine
					.progress().isCancelled() || !question.isKept() && newer.get().filter(
						pointless).isPresent();
			}
		};
	}

	private void giveBack() {
		if (loan != null) loan.close();
		loan = null;
		picture = null;
	}

	/**
	 * Stops at the next step. From any thread; one more question afterwards gives
	 * the session back.
	 */
	void stop() {
		stopped = true;
	}
}
