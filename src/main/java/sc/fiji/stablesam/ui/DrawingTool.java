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

package sc.fiji.stablesam.ui;

import java.awt.event.MouseEvent;

import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import sc.fiji.stablesam.ij.call.UserErrors;

/**
 * The tool {@value #NAME} in ImageJ's toolbar: dragged it draws a rectangle,
 * clicked it makes a point, and either is answered. Segmenting while drawing is
 * switched on by it, for this tool only.
 */
public final class DrawingTool extends PlugInTool {

	/**
	 * The tool's name in the toolbar and of the command that puts it there, which
	 * must be the same for ImageJ to bring it back at its next start. ImageJ cuts
	 * names at hyphens.
	 */
	public static final String NAME = "Stable SAM Tool";

	/** A loose rectangle round a cell. */
	private static final String ICON = "C059R00fdC0a8V4498C075O4498";
	/** A hand that clicks may tremble, in units of the screen. */
	private static final int TREMOR = 3;

	private MouseEvent pressed;
	private boolean dragged;
	/** Whether there is nobody to ask for a missing model just now. */
	private boolean unavailable;

	/** @return whether it is the tool that is used now */
	static boolean isSelected() {
		return NAME.equals(IJ.getToolName());
	}

	@Override
	public String getToolName() {
		return NAME;
	}

	@Override
	public String getToolIcon() {
		return ICON;
	}

	/** NB: This is all that may be done while ImageJ starts. */
	@Override
	public void run(final String arg) {
		Toolbar.addPlugInTool(this);
	}

	/** A double click on the tool. */
	@Override
	public void showOptionsDialog() {
		begin();
		DrawingRun.current().ifPresent(DrawingRun::showPanel);
	}

	private static void begin() {
		try {
			DrawingRun.begin();
		}
		catch (final RuntimeException exc) {
			IJ.error("Stable-SAM", UserErrors.of(exc).getMessage());
		}
	}

	@Override
	public void mouseEntered(final ImagePlus imp, final MouseEvent event) {
		unavailable = false;
		mouseMoved(imp, event);
	}

	/** NB: To follow a press, it must be on before. */
	@Override
	public void mouseMoved(final ImagePlus imp, final MouseEvent event) {
		if (unavailable || DrawingRun.current().isPresent()) return;
		unavailable = !DrawingRun.isPossible();
		if (!unavailable) begin();
	}

	@Override
	public void mousePressed(final ImagePlus imp, final MouseEvent event) {
		if (!SwingUtilities.isLeftMouseButton(event)) return;
		event.consume();
		// NB: who consumes a press takes from the canvas what comes with it.
		imp.getCanvas().requestFocus();
		if (!DrawingRun.current().isPresent()) begin();
		pressed = event;
		dragged = false;
	}

	@Override
	public void mouseDragged(final ImagePlus imp, final MouseEvent event) {
		event.consume();
		if (pressed == null) return;
		dragged |= event.getPoint().distance(pressed.getPoint()) > TREMOR;
		if (dragged) drawRectangle(imp, event);
	}

	private void drawRectangle(final ImagePlus imp, final MouseEvent event) {
		final int x0 = x(imp, pressed);
		final int y0 = y(imp, pressed);
		final int x1 = x(imp, event);
		final int y1 = y(imp, event);
		imp.setRoi(new Roi(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0),
			Math.abs(y1 - y0)));
	}

	@Override
	public void mouseReleased(final ImagePlus imp, final MouseEvent event) {
		event.consume();
		if (pressed != null && !dragged) imp.setRoi(new PointRoi(x(imp, pressed), y(
			imp, pressed)));
		pressed = null;
	}

	private static int x(final ImagePlus imp, final MouseEvent event) {
		return imp.getCanvas().offScreenX(event.getX());
	}

	private static int y(final ImagePlus imp, final MouseEvent event) {
		return imp.getCanvas().offScreenY(event.getY());
	}
}
