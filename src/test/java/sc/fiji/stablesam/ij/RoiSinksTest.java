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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.StableSamException;

public class RoiSinksTest {

	@Test
	public void overlayKeepsWhatIsThere() {
		final ImagePlus imp = IJ.createImage("a", "8-bit black", 9, 9, 1);
		final Roi own = new Roi(0, 0, 2, 2);
		imp.setOverlay(new Overlay(own));
		RoiSinks.overlay(imp).add(Arrays.asList(new Roi(1, 1, 3, 3), new Roi(2, 2,
			3, 3)));
		assertEquals(3, imp.getOverlay().size());
		assertSame(own, imp.getOverlay().get(0));
	}

	@Test
	public void overlayIsMadeWhereThereIsNone() {
		final ImagePlus imp = IJ.createImage("a", "8-bit black", 9, 9, 1);
		RoiSinks.overlay(imp).add(Arrays.asList(new Roi(1, 1, 3, 3)));
		assertEquals(1, imp.getOverlay().size());
	}

	@Test
	public void aClosedImageIsSaidInASentence() {
		final ImagePlus imp = IJ.createImage("a", "8-bit black", 9, 9, 1);
		final RoiSink sink = RoiSinks.overlay(imp);
		imp.close();
		imp.flush();
		assertEquals(
			"The image 'a' was closed before its outlines could be added;" +
				" open it and run again.", assertThrows(StableSamException.class,
					() -> sink.add(Arrays.asList(new Roi(1, 1, 3, 3)))).getMessage());
		assertNull(imp.getOverlay());
	}

	@Test
	public void listTakesAll() {
		final List<Roi> list = new ArrayList<>(Arrays.asList(new Roi(0, 0, 1, 1)));
		RoiSinks.list(list).add(Arrays.asList(new Roi(1, 1, 3, 3)));
		assertEquals(2, list.size());
	}

	@Test
	public void withoutADisplayThereIsNoRoiManager() {
		assumeTrue(GraphicsEnvironment.isHeadless());
		final String message = assertThrows(StableSamException.class,
			RoiSinks::roiManager).getMessage();
		assertTrue(message.startsWith("There is no ROI Manager without a display;"),
			message);
	}

	@Test
	@NeedsScreen
	public void roiManagerKeepsWhatIsThere() {
		final RoiManager manager = RoiManager.getRoiManager();
		try {
			final int before = manager.getCount();
			final Roi own = new Roi(0, 0, 2, 2);
			own.setName("own");
			manager.addRoi(own);
			final Roi found = new Roi(1, 1, 3, 3);
			found.setName("SAM-0001");
			found.setPosition(2);
			found.setGroup(3);
			found.setProperty("stable-sam.iou", "0.9");
			final Roi other = new Roi(2, 1, 3, 3);
			other.setName("SAM-0002");
			RoiSinks.roiManager().add(Arrays.asList(found, other));
			assertEquals(before + 3, manager.getCount());
			assertEquals("own", manager.getName(before));
			assertEquals("SAM-0001", manager.getName(before + 1));
			assertEquals("SAM-0002", manager.getName(before + 2));
			final Roi managed = manager.getRoi(before + 1);
			assertEquals(2, managed.getPosition());
			assertEquals(3, managed.getGroup());
			assertEquals("0.9", managed.getProperty("stable-sam.iou"));
		}
		finally {
			manager.close();
		}
	}
}
