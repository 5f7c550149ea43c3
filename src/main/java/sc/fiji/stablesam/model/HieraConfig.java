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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import sc.fiji.stablesam.StableSamException;

/**
 * The sizes of a {@link HieraEncoder} (SAM 2, appendix D.1). Width and stages
 * follow from shapes; heads, windows and the blocks with global attention are
 * those of the published sizes T, S, B+ and L, and for other sizes what T, S
 * and B+ have in common. Immutable.
 */
final class HieraConfig implements EncoderConfig {

	private static final int STAGES = 4;

	/** The stage, counting from 0, in which some blocks attend globally... */
	private static final int GLOBAL_STAGE = 2;

	/** ...at most so many... */
	private static final int GLOBALS = 3;

	/** ...at distances of about a quarter of the stage. */
	private static final int QUARTER = 4;

	/** The largest width of which the first stage has one head. */
	private static final int ONE_HEAD = 96;

	/** L, which has larger windows and its global blocks farther apart. */
	private static final int LARGE = 144;
	private static final int LARGE_DISTANCE = 10;
	private static final List<Integer> LARGE_WINDOWS = List.of(8, 4, 16, 8);

	private static final List<Integer> WINDOWS = List.of(8, 4, 14, 7);

	/** T and S, B+, L. */
	private static final KnownDepth KNOWN = new KnownDepth("Hiera", Map.of(
		ONE_HEAD, List.of(List.of(1, 2, 7, 2), List.of(1, 2, 11, 2)), 112, List.of(
			List.of(2, 3, 16, 3)), LARGE, List.of(List.of(2, 6, 36, 4))));

	private final int width;
	private final List<Integer> depths;

	private HieraConfig(final int width, final List<Integer> depths) {
		this.width = width;
		this.depths = Collections.unmodifiableList(depths);
	}

	/** @throws StableSamException if the shapes are not those of a Hiera */
	static HieraConfig of(final Shapes trunk) {
		final int width = trunk.size("patch_embed.proj.weight", 0);
		final Shapes blocks = trunk.of("blocks");
		final List<Integer> depths = new ArrayList<>();
		int first = 0;
		final int all = blocks.count("norm1.weight");
		for (int i = 1; i <= all; i++) {
			if (i < all && !blocks.of(i).has("proj.weight")) continue;
			depths.add(i - first);
			first = i;
		}
		KNOWN.require(width, depths);
		if (depths.size() != STAGES) throw new StableSamException(
			"The checkpoint's Hiera has " + depths.size() + " stages instead of " +
				STAGES + "; it is incomplete or of another model.");
		return new HieraConfig(width, depths);
	}

	/** @return attention heads of the first stage; they double with each */
	int heads() {
		return width <= ONE_HEAD ? 1 : 2;
	}

	/** @return the window side of a stage (counting from 0), in tokens */
	int window(final int stage) {
		return (width == LARGE ? LARGE_WINDOWS : WINDOWS).get(stage);
	}

	/** @return whether the block attends over the whole map */
	boolean isGlobal(final int block) {
		return globalBlocks().contains(block);
	}

	/** @return the last block of the stage, and some before it */
	private Set<Integer> globalBlocks() {
		int first = 0;
		for (int stage = 0; stage < GLOBAL_STAGE; stage++)
			first += depths.get(stage);
		final int depth = depths.get(GLOBAL_STAGE);
		final int distance = width == LARGE ? LARGE_DISTANCE : (depth + QUARTER -
			1) / QUARTER;
		final Set<Integer> blocks = new TreeSet<>();
		for (int block = first + depth - 1; block > first && blocks
			.size() < GLOBALS; block -= distance)
			blocks.add(block);
		return blocks;
	}

	@Override
	public ImageEncoder encoder(final Parameters p, final TorchOps ops) {
		return new PyramidEncoder(p, this, ops);
	}

	@Override
	public String toString() {
		return "Hiera of width " + width + ", depths " + depths + ", heads " +
			heads() + ", windows " + (width == LARGE ? LARGE_WINDOWS : WINDOWS) +
			", global blocks " + globalBlocks();
	}
}
