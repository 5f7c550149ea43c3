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

package sc.fiji.stablesam.ij;

import java.util.List;

import ij.gui.Roi;

/**
 * Reads ROIs as prompts.
 * <table>
 * <caption>What a ROI means</caption>
 * <tr>
 * <td>rectangle</td>
 * <td>box</td>
 * </tr>
 * <tr>
 * <td>point, multi-point</td>
 * <td>clicks; counter 0 is foreground, any other counter background</td>
 * </tr>
 * <tr>
 * <td>area and points that share a ROI group above 0</td>
 * <td>one object: the area's prompt and the clicks together; where several
 * areas of a plane share the group, each point goes to the one it lies in</td>
 * </tr>
 * <tr>
 * <td>polygon, freehand, oval, traced, composite, rounded or rotated
 * rectangle</td>
 * <td>box of its bounds and mask hint</td>
 * </tr>
 * <tr>
 * <td>line, segmented or freehand line</td>
 * <td>scribble: a handful of foreground clicks along it</td>
 * </tr>
 * </table>
 * A rectangle's edges are pixel edges. Points and lines follow ImageJ, where
 * integer coordinates mean pixel centres: the point (3, 4), like (3.0, 4.0), is
 * at (3.5, 4.5), and (3.2, 4.7) is at (3.7, 5.2).
 * <p>
 * What lies partly outside the image is clipped. What lies wholly outside, is
 * empty, has a coordinate that is no finite number, says nothing about an
 * object (texts, images, angles, background points alone) or lies on a plane
 * that the image lacks is named in the answer.
 */
public final class RoiPrompts {

	private RoiPrompts() {}

	/**
	 * @param rois not changed and not kept
	 * @param image what the ROIs are clipped to; ROIs without position lie on its
	 *          current plane
	 * @param mode {@link PointsMode#AUTO} is {@link PointsMode#EACH} here
	 */
	public static PromptSet of(final List<Roi> rois, final SourceImage image,
		final PointsMode mode)
	{
		final PromptReader reader = new PromptReader(image);
		int number = 1;
		for (final Roi roi : rois)
			reader.read(roi, name(roi, number++));
		return reader.finish(mode == PointsMode.TOGETHER);
	}

	private static String name(final Roi roi, final int number) {
		final String name = roi.getName();
		return name == null || name.trim().isEmpty() ? "ROI " + number : name;
	}
}
