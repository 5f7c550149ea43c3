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

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.stablesam.Progress;

/**
 * Keeps the sessions of the pictures that were looked at last, and knows them
 * again by what is on them: going back to a slice, or to a contrast, costs
 * nothing. Those that nobody has borrowed are closed from the one that was not
 * needed for the longest time, when all together occupy more memory than they
 * may. Thread-safe; a picture that is known is not kept waiting by the encoding
 * of another.
 */
public final class SessionCache implements AutoCloseable {

	private final long budget;
	/** One at a time, so that no picture is encoded twice. */
	private final Object encoding = new Object();
	/** From the one that was not needed for the longest time. */
	private final Map<List<Object>, Entry> entries = new LinkedHashMap<>(16,
		0.75f, true);
	/** May be null. */
	private volatile EncodedFiles files;
	private boolean closed;

	/** @param budget in bytes; what is borrowed may be more */
	public SessionCache(final long budget) {
		this.budget = budget;
	}

	/** @param newFiles where pictures are kept, too, from now on */
	public void keepIn(final Optional<EncodedFiles> newFiles) {
		files = newFiles.orElse(null);
	}

	/**
	 * @param picture [x, y], contrast already applied
	 * @return a session of the model for the picture, made now or earlier; the
	 *         caller gives it back by closing the loan
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @throws IllegalStateException if the model or the cache is closed
	 */
	public Loan open(final SegmentationModel model,
		final RandomAccessibleInterval<ARGBType> picture, final Progress progress)
	{
		final List<Object> key = Arrays.asList(model, picture.dimension(0),
			ByteBuffer.wrap(digest(picture)));
		final Loan known = borrow(key);
		if (known != null) return known;
		synchronized (encoding) {
			final Loan fresh = borrow(key);
			if (fresh != null) return fresh;
			final EncodedFiles kept = files;
			return add(key, kept == null ? model.open(picture, progress) : model.open(
				picture, kept, progress));
		}
	}

	/** @return how much memory all sessions occupy */
	public synchronized long bytes() {
		return entries.values().stream().mapToLong(entry -> entry.session.bytes())
			.sum();
	}

	/** @return how many pictures are known */
	public synchronized int size() {
		return entries.size();
	}

	private synchronized Loan borrow(final List<Object> key) {
		requireOpen();
		final Entry entry = entries.get(key);
		return entry == null ? null : new Loan(entry);
	}

	private Loan add(final List<Object> key, final SegmentationSession session) {
		final Loan loan;
		synchronized (this) {
			loan = new Loan(new Entry(session));
			if (!closed) entries.put(key, loan.entry);
		}
		closeAll(superfluous());
		return loan;
	}

	private void requireOpen() {
		if (closed) throw new IllegalStateException(
			"The cache of encoded images is closed.");
	}

	/** @return what had to go, to be closed */
	private synchronized List<Runnable> superfluous() {
		final List<Runnable> superfluous = new ArrayList<>();
		long bytes = bytes();
		// NB: second looks are less often needed than the pictures themselves.
		for (final Entry entry : entries.values()) {
			if (bytes <= budget) return superfluous;
			if (entry.loans > 0) continue;
			bytes -= entry.session.secondLooks().encodedBytes();
			superfluous.add(entry.session.secondLooks()::close);
		}
		final Iterator<Entry> oldest = entries.values().iterator();
		while (bytes > budget && oldest.hasNext()) {
			final Entry entry = oldest.next();
			if (entry.loans > 0) continue;
			bytes -= entry.session.bytes() - entry.session.secondLooks()
				.encodedBytes();
			oldest.remove();
			superfluous.add(entry.session::close);
		}
		return superfluous;
	}

	/**
	 * NB: Closing waits for what the model does just now, so it is not done where
	 * others would have to wait, too.
	 */
	private static void closeAll(final List<Runnable> closings) {
		closings.forEach(Runnable::run);
	}

	private static byte[] digest(
		final RandomAccessibleInterval<ARGBType> picture)
	{
		final MessageDigest digest = sha256();
		final ByteBuffer row = ByteBuffer.allocate(Math.toIntExact(picture
			.dimension(0) * Integer.BYTES));
		final Cursor<ARGBType> cursor = Views.flatIterable(picture).cursor();
		while (cursor.hasNext()) {
			row.putInt(cursor.next().get());
			if (row.hasRemaining()) continue;
			digest.update(row.array());
			row.clear();
		}
		return digest.digest();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java has SHA-256.", exc);
		}
	}

	/** Closes all sessions, those that are borrowed when they are given back. */
	@Override
	public void close() {
		final List<Runnable> unused = new ArrayList<>();
		synchronized (this) {
			closed = true;
			for (final Entry entry : entries.values())
				if (entry.loans == 0) unused.add(entry.session::close);
			entries.clear();
		}
		closeAll(unused);
	}

	private static final class Entry {

		private final SegmentationSession session;
		private int loans;

		Entry(final SegmentationSession session) {
			this.session = session;
		}
	}

	/** A session that is not closed before this is. */
	public final class Loan implements AutoCloseable {

		private final Entry entry;
		private boolean over;

		private Loan(final Entry entry) {
			this.entry = entry;
			entry.loans++;
		}

		/** @return the cache's, not to be closed */
		public SegmentationSession session() {
			return entry.session;
		}

		/**
		 * Gives the session back; more than once does nothing. May wait for what
		 * the model does just now.
		 */
		@Override
		public void close() {
			closeAll(giveBack());
		}

		private List<Runnable> giveBack() {
			synchronized (SessionCache.this) {
				if (over) return List.of();
				over = true;
				entry.loans--;
				if (!closed) return superfluous();
				return entry.loans == 0 ? List.of(entry.session::close) : List.of();
			}
		}
	}
}
