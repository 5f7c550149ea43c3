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

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** A published file, and how a copy is told to be genuine. Immutable. */
final class HttpFile {

	private final URI address;
	private final OptionalLong size;
	private final Checksum checksum;

	private HttpFile(final URI address, final OptionalLong size,
		final Checksum checksum)
	{
		this.address = address;
		this.size = size;
		this.checksum = checksum;
	}

	/** @return one whose size nobody has published */
	static HttpFile of(final String address, final Checksum checksum) {
		return new HttpFile(URI.create(address), OptionalLong.empty(), checksum);
	}

	/** @param bytes how many it has */
	static HttpFile of(final String address, final long bytes,
		final Checksum checksum)
	{
		return new HttpFile(URI.create(address), OptionalLong.of(bytes), checksum);
	}

	URI address() {
		return address;
	}

	/** @return its last name in the address, such as {@code vit_b.pt} */
	String name() {
		final String path = address.getPath();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** @return in bytes, if it is known */
	OptionalLong size() {
		return size;
	}

	/** @return the exception for what is to be fetched but cannot be */
	StableSamException unreachable(final String why, final Exception cause) {
		return new StableSamException("The file " + name() +
			" cannot be fetched from " + address.getHost() + " (" + why +
			"): check the network and its proxy, or fetch " + address +
			" with a browser and import it.", cause);
	}

	/** @return whether a copy has the published bytes */
	boolean isGenuine(final WeightFile copy, final Progress progress) {
		return (!size.isPresent() || isComplete(copy.size())) && checksum.fits(
			Fingerprint.of(copy, checksum.begin(), progress));
	}

	/** @throws NotGenuineException if a copy has other bytes */
	void check(final WeightFile copy, final Progress progress) {
		if (!isGenuine(copy, progress)) throw new NotGenuineException(this);
	}

	/** @return whether a copy has as many bytes as it should, if that is known */
	boolean isComplete(final long bytes) {
		return size.isPresent() && size.getAsLong() == bytes;
	}

	/**
	 * @return where an unfinished copy is kept, under a name that no other
	 *         published file's has: many are called alike
	 */
	Path partial(final Path folder) {
		return folder.resolve(checksum.toString().substring(0, 16) + "-" + name());
	}
}
