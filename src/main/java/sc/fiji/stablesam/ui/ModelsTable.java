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

import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;

import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

import sc.fiji.stablesam.weights.DeviceMemory;
import sc.fiji.stablesam.weights.ListedModel;

/**
 * The models, a row each, of which one can be chosen. For the event thread.
 */
final class ModelsTable {

	private static final String[] COLUMNS = { "Model", "State", "Size", "Memory",
		"Licence" };
	private static final int[] WIDTHS = { 240, 225, 70, 155, 110 };
	private static final int SIZE = 2;
	private static final int ROWS = 15;
	private static final int PADDING = 4;

	private final Lines lines = new Lines();
	private final JTable table = new Table(lines);
	private List<ListedModel> models = List.of();
	private DeviceMemory memory;

	/** @param choosing told when another row, or none, is chosen */
	ModelsTable(final Runnable choosing) {
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.getTableHeader().setReorderingAllowed(false);
		table.setShowGrid(false);
		table.setIntercellSpacing(new Dimension(2 * PADDING, 0));
		table.setRowHeight(table.getRowHeight() + PADDING);
		int width = 0;
		for (int i = 0; i < WIDTHS.length; i++) {
			table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
			width += WIDTHS[i];
		}
		final DefaultTableCellRenderer right = new DefaultTableCellRenderer();
		right.setHorizontalAlignment(SwingConstants.RIGHT);
		table.getColumnModel().getColumn(SIZE).setCellRenderer(right);
		table.setPreferredScrollableViewportSize(new Dimension(width, ROWS * table
			.getRowHeight()));
		table.getSelectionModel().addListSelectionListener(event -> choosing.run());
	}

	JComponent component() {
		return new JScrollPane(table);
	}

	/**
	 * The same model stays chosen, if it is still there.
	 *
	 * @param newMemory that they have to get along with
	 */
	void show(final List<ListedModel> newModels, final DeviceMemory newMemory) {
		memory = newMemory;
		final Optional<String> before = chosen().map(ListedModel::id);
		models = List.copyOf(newModels);
		lines.fireTableDataChanged();
		for (int i = 0; i < models.size(); i++)
			if (before.isPresent() && before.get().equals(models.get(i).id())) table
				.setRowSelectionInterval(i, i);
	}

	/** @return the model of the chosen row, if there is one */
	Optional<ListedModel> chosen() {
		final int row = table.getSelectedRow();
		return row < 0 || row >= models.size() ? Optional.empty() : Optional.of(
			models.get(row));
	}

	private String text(final ListedModel model, final int column) {
		switch (column) {
			case 0:
				return model.dropped().map(file -> file.path().getFileName().toString())
					.orElse(model.name());
			case 1:
				return model.state();
			case SIZE:
				return model.size();
			case SIZE + 1:
				return model.fit(memory);
			default:
				return model.licence();
		}
	}

	/** @return where it is, would come from, or why it cannot be used */
	private static String tip(final ListedModel model) {
		if (model.dropped().isPresent()) return model.problem().orElse(model
			.dropped().get().path().toString());
		return model.installed().map(installed -> installed.file().toString())
			.orElseGet(() -> "from " + model.known().get().sources().get(0)
				.describe());
	}

	private final class Lines extends AbstractTableModel {

		private static final long serialVersionUID = 1L;

		@Override
		public int getRowCount() {
			return models.size();
		}

		@Override
		public int getColumnCount() {
			return COLUMNS.length;
		}

		@Override
		public String getColumnName(final int column) {
			return COLUMNS[column];
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			return text(models.get(row), column);
		}
	}

	private final class Table extends JTable {

		private static final long serialVersionUID = 1L;

		private Table(final AbstractTableModel lines) {
			super(lines);
		}

		@Override
		public String getToolTipText(final MouseEvent event) {
			final int row = rowAtPoint(event.getPoint());
			return row < 0 ? null : tip(models.get(row));
		}
	}
}
