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

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Rows of a name and something beside it. */
final class Rows {

	private static final int GAP = 2;

	private final JPanel panel = new JPanel(new GridBagLayout());
	private int row;

	void add(final String name, final JComponent component) {
		final JLabel label = new JLabel(name);
		label.setLabelFor(component);
		panel.add(label, at(0, 0, GridBagConstraints.NONE));
		panel.add(component, at(1, 1, GridBagConstraints.HORIZONTAL));
		row++;
	}

	/** Adds something that needs no name. */
	void add(final JComponent component) {
		final GridBagConstraints place = at(0, 1, GridBagConstraints.HORIZONTAL);
		place.gridwidth = 2;
		panel.add(component, place);
		row++;
	}

	private GridBagConstraints at(final int column, final double weight,
		final int fill)
	{
		return new GridBagConstraints(column, row, 1, 1, weight, 0,
			GridBagConstraints.WEST, fill, new Insets(GAP, GAP, GAP, 3 * GAP), 0, 0);
	}

	JPanel panel() {
		return panel;
	}
}
