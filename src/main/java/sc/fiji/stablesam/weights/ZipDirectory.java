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

package sc.fiji.stablesam.weights;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sc.fiji.stablesam.StableSamException;

/**
 * The directory of a zip archive, also of one with 64-bit sizes: checked
 * against the archive's size, against the headers before each file, and for
 * files that overlap.
 */
final class ZipDirectory {

	private static final int LOCAL_HEADER = 0x04034b50;
	private static final int CENTRAL_HEADER = 0x02014b50;
	private static final int LOCAL_LENGTH = 30;
	private static final int CENTRAL_LENGTH = 46;
	private static final int ENCRYPTED = 1;
	private static final int STORED = 0;
	private static final long MAX_LENGTH = 1 << 24;

	private final Map<String, ZipRecord> records = new LinkedHashMap<>();
	private final WeightFile archive;
	private final ZipEnd end;

	private ZipDirectory(final WeightFile archive, final ZipEnd end) {
		this.archive = archive;
		this.end = end;
		if (end.length() > MAX_LENGTH) throw archive.damaged(
			"its directory is too long");
		try {
			readCentral(archive.read(end.start(), end.length()));
		}
		catch (final BufferUnderflowException | IllegalArgumentException e) {
			throw archive.damaged("its directory is garbled");
		}
		refuseOverlaps();
	}

	/**
	 * @return the directory, or nothing if the file is no zip archive, or only
	 *         the beginning of one
	 * @throws StableSamException if the directory contradicts itself or the file,
	 *           or is of an archive that is encrypted
	 */
	static Optional<ZipDirectory> read(final WeightFile file) {
		return ZipEnd.find(file).map(end -> new ZipDirectory(file, end));
	}

	/** @return the files, in the order of the directory */
	Collection<ZipRecord> records() {
		return Collections.unmodifiableCollection(records.values());
	}

	/** @return the file of that name, or null */
	ZipRecord record(final String name) {
		return records.get(name);
	}

	private void readCentral(final ByteBuffer central) {
		for (long i = 0; i < end.count(); i++) {
			final ByteBuffer header = next(central, CENTRAL_LENGTH);
			if (header.getInt(0) != CENTRAL_HEADER) throw garbled();
			final byte[] name = next(central, header.getShort(28) & 0xffff).array();
			final ByteBuffer extra = next(central, header.getShort(30) & 0xffff);
			next(central, header.getShort(32) & 0xffff);
			add(header, name, extra);
		}
		if (central.hasRemaining()) throw garbled();
	}

	private void add(final ByteBuffer header, final byte[] rawName,
		final ByteBuffer extra)
	{
		final String name = new String(rawName, StandardCharsets.UTF_8);
		final String part = "its part " + Quote.of(name);
		requireHarmless(name);
		if ((header.getShort(8) & ENCRYPTED) != 0) throw archive.damaged(part +
			" is encrypted");
		final ZipSizes sizes = ZipSizes.read(header, extra);
		final boolean isStored = header.getShort(10) == STORED;
		if (isStored && sizes.packed() != sizes.unpacked()) throw archive.damaged(
			part + " has two sizes");
		final long offset = contents(sizes.header(), rawName, part);
		if (sizes.packed() < 0 || sizes.packed() > end.start() - offset)
			throw archive.damaged(part + " is cut off");
		final ZipRecord record = isStored ? ZipRecord.stored(name, offset, sizes
			.packed(), header.getInt(16)) : ZipRecord.compressed(name, offset, sizes
				.packed());
		if (records.put(name, record) != null) throw archive.damaged(part +
			" is there twice");
	}

	/** NB: No file is ever written under such a name; it still says enough. */
	private void requireHarmless(final String name) {
		final boolean climbs = Arrays.asList(name.split("/", -1)).contains("..");
		if (climbs || name.startsWith("/") || name.indexOf('\\') >= 0 || name
			.chars().anyMatch(Character::isISOControl)) throw archive.damaged(
				"one of its parts has a name that leads elsewhere");
	}

	/** @return where the contents start, after the header that precedes them */
	private long contents(final long at, final byte[] name, final String part) {
		final ByteBuffer header = archive.read(at, LOCAL_LENGTH);
		final int nameLength = header.getShort(26) & 0xffff;
		final int extraLength = header.getShort(28) & 0xffff;
		if (header.getInt(0) != LOCAL_HEADER || nameLength != name.length ||
			!archive.read(at + LOCAL_LENGTH, nameLength).equals(ByteBuffer.wrap(
				name))) throw archive.damaged(part +
					" is not where its directory says");
		return at + LOCAL_LENGTH + nameLength + extraLength;
	}

	private void refuseOverlaps() {
		final List<ZipRecord> sorted = new ArrayList<>(records.values());
		sorted.sort(Comparator.comparingLong(ZipRecord::offset));
		long free = 0;
		for (final ZipRecord record : sorted) {
			if (record.offset() < free) throw archive.damaged("its part " + Quote.of(
				record.name()) + " overlaps another");
			free = record.end();
		}
	}

	/** @return a copy of so many bytes, little-endian */
	private static ByteBuffer next(final ByteBuffer from, final int length) {
		final byte[] bytes = new byte[length];
		from.get(bytes);
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private StableSamException garbled() {
		return archive.damaged("its directory is garbled");
	}
}
