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

package sc.fiji.stablesam.ij.call;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import ij.IJ;
import ij.Macro;
import sc.fiji.stablesam.StableSamException;

/**
 * Turns whatever went wrong into an exception whose message is a sentence for
 * the user, and writes what lies behind it into ImageJ's log.
 */
public final class UserErrors {

	private static final int FRAMES = 12;

	private UserErrors() {}

	/**
	 * @return the same exception if it speaks to the user already, else one that
	 *         does
	 */
	public static RuntimeException of(final Throwable error) {
		if (error instanceof CancellationException || Macro.MACRO_CANCELED.equals(
			error.getMessage())) return (RuntimeException) error;
		if (error instanceof StableSamException ||
			error instanceof IllegalArgumentException)
		{
			for (Throwable t = error.getCause(); t != null; t = t.getCause())
				IJ.log("Stable-SAM: caused by " + t);
			return (RuntimeException) error;
		}
		if (error instanceof OutOfMemoryError) return new StableSamException(
			"There is not enough memory; close other images, or give ImageJ more " +
				"memory with Edit > Options > Memory & Threads.", error);
		logTrace(error);
		return new StableSamException("Something went wrong that should not (" +
			error + "); the log tells where, please report it.", error);
	}

	private static void logTrace(final Throwable error) {
		for (Throwable t = error; t != null; t = t.getCause())
			IJ.log("Stable-SAM: " + t + Arrays.stream(t.getStackTrace()).limit(FRAMES)
				.map(frame -> "\n    at " + frame).collect(Collectors.joining()));
	}
}
