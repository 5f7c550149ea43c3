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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.StableSamException;

public class PromptSourceTest {

	private final ImagePlus imp = IJ.createImage("cells", "8-bit black", 99, 99,
		1);
	private final PointRoi points = new PointRoi(new float[] { 1, 5 },
		new float[] { 1, 5 });

	@Test
	public void pointsOfTheSelectionAreOneObject() {
		imp.setRoi(points);
		final PromptSet set = PromptSource.ACTIVE_SELECTION.read(imp,
			PointsMode.AUTO);
		assertEquals(1, set.prompts().size());
		assertEquals("selection", set.prompts().get(0).name());
		assertEquals(2, PromptSource.ACTIVE_SELECTION.read(imp, PointsMode.EACH)
			.prompts().size());
		assertEquals(null, imp.getRoi().getName());
	}

	@Test
	public void pointsOfTheOverlayAreAnObjectEach() {
		imp.setOverlay(new Overlay(points));
		assertEquals(2, PromptSource.OVERLAY.read(imp, PointsMode.AUTO).prompts()
			.size());
		assertEquals(1, PromptSource.OVERLAY.read(imp, PointsMode.TOGETHER)
			.prompts().size());
	}

	@Test
	@NeedsScreen
	public void pointsOfTheRoiManagerAreAnObjectEach() {
		final RoiManager manager = RoiManager.getRoiManager();
		try {
			assertMessage("The ROI Manager is empty; add ROIs to it first.",
				PromptSource.ROI_MANAGER);
			manager.addRoi(points);
			manager.addRoi(new Roi(3, 3, 5, 5));
			manager.select(1);
			assertEquals(3, PromptSource.ROI_MANAGER.read(imp, PointsMode.AUTO)
				.prompts().size());
		}
		finally {
			manager.close();
		}
	}

	@Test
	public void whatIsMissingIsSaidInASentence() {
		assertMessage("The image 'cells' has no selection; draw a ROI on it first.",
			PromptSource.ACTIVE_SELECTION);
		assertMessage(
			"The image 'cells' has no overlay; add ROIs to its overlay first.",
			PromptSource.OVERLAY);
		assertTrue(assertThrows(StableSamException.class, () -> PromptSource.OVERLAY
			.read(null, PointsMode.AUTO)).getMessage().startsWith(
				"There is no image open;"));
	}

	@Test
	public void withoutADisplayThereIsNoRoiManager() {
		assumeTrue(GraphicsEnvironment.isHeadless());
		assertMessage(
			"There is no ROI Manager without a display; put the ROIs on the image's overlay instead.",
			PromptSource.ROI_MANAGER);
	}

	private void assertMessage(final String message, final PromptSource source) {
		assertEquals(message, assertThrows(StableSamException.class, () -> source
			.read(imp, PointsMode.AUTO)).getMessage());
	}
}
