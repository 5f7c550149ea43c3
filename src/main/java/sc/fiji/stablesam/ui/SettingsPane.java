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

import java.util.List;
import java.util.function.Consumer;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;

import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.drawing.Target;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.PrecisionChoice;

/** What a person can choose for drawing. For the event thread. */
final class SettingsPane {

	private static final String TOGETHER = "refine one object";
	private static final String EACH = "each begin an object";

	private final Rows rows = new Rows();
	private final JComboBox<String> model;
	private final JComboBox<DeviceChoice> device = new JComboBox<>(DeviceChoice
		.values());
	private final JComboBox<PrecisionChoice> precision = new JComboBox<>(
		PrecisionChoice.values());
	private final JCheckBox plugin = new JCheckBox(
		"Stable-SAM plugin, for careless boxes and clicks");
	private final JComboBox<String> points = new JComboBox<>(new String[] {
		TOGETHER, EACH });
	private final JComboBox<Target> target = new JComboBox<>(Target.values());
	private final JCheckBox accept = new JCheckBox(
		"Accept each object when it is answered");
	private final JCheckBox keep = new JCheckBox(
		"Keep encoded slices on disk, 4 GB at most");
	private final Consumer<DrawingSettings> listener;
	private DrawingSettings settings;
	private boolean showing;

	/**
	 * @param models the names to choose from
	 * @param listener told of what was chosen
	 */
	SettingsPane(final List<String> models, final DrawingSettings settings,
		final Consumer<DrawingSettings> listener)
	{
		this.listener = listener;
		model = new JComboBox<>(models.toArray(new String[0]));
		// NB: the path of a file would make the panel as wide as the screen.
		model.setPrototypeDisplayValue(SegmentParameters.DEFAULT_MODEL);
		rows.add("Model", model);
		rows.add("Device", device);
		rows.add("Precision", precision);
		rows.add(plugin);
		rows.add("Clicks", points);
		rows.add("Output", target);
		rows.add(accept);
		rows.add(keep);
		show(settings);
		for (final JComboBox<?> box : List.of(model, device, precision, points,
			target))
			box.addActionListener(event -> choose());
		for (final JCheckBox box : List.of(plugin, accept, keep))
			box.addActionListener(event -> choose());
	}

	JComponent component() {
		return rows.panel();
	}

	/** @param models the names to choose from; the chosen one stays */
	void offer(final List<String> models) {
		showing = true;
		model.setModel(new DefaultComboBoxModel<>(models.toArray(new String[0])));
		showModel(settings.parameters().model());
		showing = false;
	}

	/** @param newSettings as they are now */
	void show(final DrawingSettings newSettings) {
		showing = true;
		settings = newSettings;
		showModel(settings.parameters().model());
		device.setSelectedItem(settings.parameters().device());
		precision.setSelectedItem(settings.parameters().precision());
		// NB: on a CPU there is nothing to choose.
		precision.setEnabled(settings.parameters().device() != DeviceChoice.CPU);
		plugin.setSelected(settings.hasPlugin());
		points.setSelectedItem(settings.options().points() == PointsMode.EACH ? EACH
			: TOGETHER);
		target.setSelectedItem(settings.options().target());
		accept.setSelected(settings.options().isAcceptingAll());
		keep.setSelected(settings.isKeeping());
		showing = false;
	}

	/** @param name perhaps of a file that is in no list */
	private void showModel(final String name) {
		model.setSelectedItem(name);
		if (name.equals(model.getSelectedItem())) return;
		model.addItem(name);
		model.setSelectedItem(name);
	}

	private void choose() {
		if (!showing) listener.accept(settings.with(settings.options().with(EACH
			.equals(points.getSelectedItem()) ? PointsMode.EACH : PointsMode.TOGETHER)
			.with((Target) target.getSelectedItem()).acceptingAll(accept
				.isSelected())).with(settings.parameters().toBuilder().model(
					(String) model.getSelectedItem()).device(device.getSelectedItem()
						.toString()).precision(precision.getSelectedItem().toString())
					.plugin(pluginName()).build()).keeping(keep.isSelected()));
	}

	/** NB: The file of a plugin that was chosen elsewhere stays chosen. */
	private String pluginName() {
		if (!plugin.isSelected()) return PluginChoice.NONE.toString();
		return (settings.hasPlugin() ? settings.parameters().options().plugin()
			: PluginChoice.AUTO).toString();
	}
}
