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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Ways in which a checkpoint can be damaged, or made to do damage. */
enum Mutation {

		BIT_FLIPS(true) {

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final byte[] bytes = base.archive();
				for (int i = random.nextInt(8); i >= 0; i--)
					bytes[random.nextInt(bytes.length)] ^= 1 << random.nextInt(8);
				return bytes;
			}
		},

		TRUNCATION(true)
		{

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final byte[] bytes = base.archive();
				return Arrays.copyOf(bytes, random.nextInt(bytes.length));
			}
		},

		/** Numbers of the zip directory that lie. */
		LYING_DIRECTORY(true) {

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final byte[] bytes = random.nextBoolean() ? base.archive() : ZipWriter
					.zip64(base.files());
				final int directory = 80 * base.files().size();
				for (int i = random.nextInt(3); i >= 0; i--)
					lie(bytes, bytes.length - 8 - random.nextInt(random.nextBoolean()
						? 100 : directory), random);
				return bytes;
			}
		},

		/** Sizes, offsets and strides in the pickle that lie. */
		LYING_SHAPES(false) {

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final byte[] pickle = base.files().get(base.pickle());
				for (int i = 1 + random.nextInt(4); i > 0;) {
					final int at = random.nextInt(pickle.length - 8);
					if (pickle[at] == 'K') pickle[at + 1] = (byte) random.nextInt();
					else if (pickle[at] == 'M') pickle[at + 1 + random.nextInt(2)] =
						(byte) random.nextInt();
					else if (pickle[at] == 'J') lie(pickle, at + 1, random);
					else continue;
					i--;
				}
				return withPickle(base, pickle);
			}
		},

		PICKLE_BYTES(false)
		{

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final byte[] pickle = base.files().get(base.pickle());
				for (int i = random.nextInt(6); i >= 0; i--)
					pickle[random.nextInt(pickle.length)] = (byte) random.nextInt();
				return withPickle(base, pickle);
			}
		},

		FORBIDDEN_OPCODES(false)
		{

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final byte[] pickle = base.files().get(base.pickle());
				final byte[] evil = EVIL[random.nextInt(EVIL.length)];
				final int at = random.nextBoolean() ? 2 : random.nextInt(pickle.length);
				return withPickle(base, Bytes.join(Arrays.copyOf(pickle, at), evil,
					Arrays.copyOfRange(pickle, at, pickle.length)));
			}
		},

		/** Two parts that have each other's contents. */
		SWAPPED_RECORDS(false) {

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final Map<String, byte[]> files = base.files();
				final String one = base.any(random);
				final String other = base.any(random);
				files.put(one, files.put(other, files.get(one)));
				return ZipWriter.plain(files);
			}
		},

		MISSING_RECORDS(false)
		{

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final Map<String, byte[]> files = base.files();
				files.remove(base.any(random));
				return ZipWriter.plain(files);
			}
		},

		/** Parts with names that lead elsewhere, beside or instead of others. */
		PATH_TRICKS(false) {

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final String victim = base.any(random);
				final String trick = TRICKS[random.nextInt(TRICKS.length)];
				final Map<String, byte[]> files = new LinkedHashMap<>();
				base.files().forEach((name, contents) -> files.put(name.equals(victim)
					? trick : name, contents));
				return ZipWriter.plain(files);
			}
		},

		/** Parts that would be enormous if they were inflated. */
		ZIP_BOMB(false) {

			@Override
			byte[] apply(final FuzzBase base, final Random random) {
				final String victim = base.any(random);
				final ByteArrayOutputStream out = new ByteArrayOutputStream();
				try (ZipOutputStream zip = new ZipOutputStream(out)) {
					for (final Map.Entry<String, byte[]> file : base.files().entrySet()) {
						zip.putNextEntry(new ZipEntry(file.getKey()));
						zip.write(file.getKey().equals(victim) ? new byte[1 << 23] : file
							.getValue());
					}
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
				return out.toByteArray();
			}
		};

	private static final byte[][] EVIL = { //
		PickleWriter.start().global("os", "system").text("touch owned").op(0x85).op(
			'R').bytes(), //
		PickleWriter.start().global("builtins", "exec").op(')').op(0x81).bytes(), //
		PickleWriter.start().text("posix").text("system").op(0x93).bytes(), //
		PickleWriter.start().op('(').text("touch owned").op('i').op('o').op('s').op(
			'\n').op('x').op('\n').bytes(), //
		PickleWriter.start().op('P').op('0').op('\n').bytes(), //
		PickleWriter.start().op(0x82).op(1).bytes(), //
		PickleWriter.start().op('(').op('(').op('(').bytes(), //
		PickleWriter.start().op('}').op('q').op(0).op('h').op(0).op('b').bytes() };

	private static final String[] TRICKS = { "../../escaped", "/tmp/escaped",
		"a/../../../escaped", "C:\\escaped", "archive/data/..", "\u0000", "",
		"archive/data.pkl", "x".repeat(60000) };

	private static final long[] LIES = { 0, 1, -1, Integer.MAX_VALUE,
		Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, 0xffff,
		1 << 24 };

	private final boolean noticeable;

	Mutation(final boolean noticeable) {
		this.noticeable = noticeable;
	}

	/** @return the contents of a file */
	abstract byte[] apply(FuzzBase base, Random random);

	/**
	 * @return whether checksums are as they were, so that what loads has the
	 *         values that the checkpoint had
	 */
	boolean isNoticeable() {
		return noticeable;
	}

	private static byte[] withPickle(final FuzzBase base, final byte[] pickle) {
		final Map<String, byte[]> files = base.files();
		files.put(base.pickle(), pickle);
		return ZipWriter.plain(files);
	}

	/** Overwrites some of eight bytes with a number that is out of the way. */
	private static void lie(final byte[] bytes, final int at,
		final Random random)
	{
		final long lie = random.nextInt(3) == 0 ? random.nextInt(bytes.length)
			: LIES[random.nextInt(LIES.length)];
		final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(
			ByteOrder.LITTLE_ENDIAN).putLong(lie);
		System.arraycopy(number.array(), 0, bytes, at, 1 << 1 + random.nextInt(3));
	}
}
