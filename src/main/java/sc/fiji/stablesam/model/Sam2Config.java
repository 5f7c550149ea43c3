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

package sc.fiji.stablesam.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;

/**
 * What the shapes of a SAM 2 checkpoint do not tell about its network. Sizes
 * follow the names of the SAM 2 paper, appendix D; images are 1024 x 1024.
 */
public final class Sam2Config {

	/** Height and width of the image that the network sees, in pixels. */
	public static final int IMAGE_SIZE = 1024;

	/** Pixels of the image a side of one token of the image embedding. */
	public static final int STRIDE = 16;

	private final int heads;
	private final int[] windows;
	private final Set<Integer> globalBlocks;

	private Sam2Config(final int heads, final int[] windows,
		final Set<Integer> globalBlocks)
	{
		this.heads = heads;
		this.windows = windows;
		this.globalBlocks = globalBlocks;
	}

	/**
	 * @param heads attention heads of the first stage; they double with each
	 * @param windows window side of each of the four stages, in tokens
	 * @param globalBlocks the blocks that attend over the whole image
	 */
	public static Sam2Config of(final int heads, final int[] windows,
		final Set<Integer> globalBlocks)
	{
		if (windows.length != 4) throw new IllegalArgumentException(
			"Hiera has four stages, not " + windows.length + ".");
		return new Sam2Config(heads, windows.clone(), Collections.unmodifiableSet(
			globalBlocks));
	}

	/** SAM 2 Hiera-T. */
	public static Sam2Config hieraTiny() {
		return of(1, new int[] { 8, 4, 14, 7 }, Set.of(5, 7, 9));
	}

	int heads() {
		return heads;
	}

	/** @return the window side of a stage (counting from 0), in tokens */
	int window(final int stage) {
		return windows[stage];
	}

	boolean isGlobal(final int block) {
		return globalBlocks.contains(block);
	}

	@Override
	public String toString() {
		return "heads " + heads + ", windows " + Arrays.toString(windows) +
			", global blocks " + globalBlocks;
	}
}
