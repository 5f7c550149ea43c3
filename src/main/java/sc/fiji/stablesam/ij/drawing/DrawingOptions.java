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

import sc.fiji.stablesam.ij.PointsMode;

/** How a person draws. Immutable. */
public final class DrawingOptions {

	private final PointsMode points;
	private final boolean acceptingAll;
	private final Target target;

	private DrawingOptions(final PointsMode points, final boolean acceptingAll,
		final Target target)
	{
		this.points = points;
		this.acceptingAll = acceptingAll;
		this.target = target;
	}

	/**
	 * @return all clicks refine one object, and what is accepted by hand goes to
	 *         the ROI Manager
	 */
	public static DrawingOptions defaults() {
		return new DrawingOptions(PointsMode.TOGETHER, false, Target.ROI_MANAGER);
	}

	/** @param newPoints whether each click means another object */
	public DrawingOptions with(final PointsMode newPoints) {
		return new DrawingOptions(newPoints, acceptingAll, target);
	}

	/** @param newTarget of what is accepted from now on */
	public DrawingOptions with(final Target newTarget) {
		return new DrawingOptions(points, acceptingAll, newTarget);
	}

	/** @param all whether objects are accepted as soon as they are answered */
	public DrawingOptions acceptingAll(final boolean all) {
		return new DrawingOptions(points, all, target);
	}

	/** @return whether each click that is not background is another object */
	boolean isObjectEachClick() {
		return points == PointsMode.EACH;
	}

	public PointsMode points() {
		return points;
	}

	/** @return whether objects are accepted as soon as they are answered */
	public boolean isAcceptingAll() {
		return acceptingAll;
	}

	/** @return where accepted objects go */
	public Target target() {
		return target;
	}
}
