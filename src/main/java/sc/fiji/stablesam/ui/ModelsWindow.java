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

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.call.MacroRecorder;
import sc.fiji.stablesam.ij.call.ModelOrder;
import sc.fiji.stablesam.ij.models.ModelConsent;
import sc.fiji.stablesam.ij.models.ModelStores;
import sc.fiji.stablesam.session.ComputeMemory;
import sc.fiji.stablesam.weights.CatalogModel;
import sc.fiji.stablesam.weights.DeviceMemory;
import sc.fiji.stablesam.weights.ListedModel;
import sc.fiji.stablesam.weights.ModelCheck;

/**
 * The window in which a person sees which models there are, and fetches,
 * imports and checks them. There is at most one; closing it cancels what it
 * does. For the event thread.
 */
final class ModelsWindow {

	/** Its title. */
	static final String TITLE = "Stable-SAM Models";

	private static final int MARGIN = 8;
	private static final int STATUS_LINES = 3;

	private static ModelsWindow current;

	private final ModelStores stores;
	private final JFrame frame = new JFrame(TITLE);
	private final WindowPlace place = new WindowPlace("stable-sam.models.loc",
		frame);
	private final JButton fetch = button("Fetch...", this::fetch);
	private final JButton dropped = button("Import now", this::importDropped);
	private final JButton importing = button("Import file...", this::askForFile);
	private final JButton check = button("Check", this::check);
	private final JButton refresh = button("Refresh", this::look);
	private final ModelsTable table = new ModelsTable(this::enable);
	private final WorkPane work = new WorkPane(STATUS_LINES, this::cancel);
	private ModelsTask<News> task;

	private ModelsWindow(final ModelStores stores) {
		this.stores = stores;
		fetch.setToolTipText(
			"Get the chosen model from its publisher; tells its size and licence first");
		dropped.setToolTipText(
			"Import the chosen file of a model folder, and not only when it is first used");
		importing.setToolTipText("Install a model from a file on this computer");
		check.setToolTipText("Check every byte of all installed models");
		refresh.setToolTipText("Look what is in the model folders now");
		frame.setContentPane(content());
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				close();
			}
		});
		final ImageJ ij = IJ.getInstance();
		if (ij != null) frame.setIconImages(ij.getIconImages());
		frame.pack();
		place.restore();
	}

	private JPanel content() {
		final String folder = stores.first().folder().toString();
		final JLabel where = new JLabel("New models go into " + folder);
		where.setToolTipText(folder);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, MARGIN,
			0));
		List.of(fetch, dropped, importing, check, refresh).forEach(buttons::add);
		final JPanel below = new JPanel(new BorderLayout(MARGIN, MARGIN));
		below.add(buttons, BorderLayout.NORTH);
		below.add(work.component(), BorderLayout.CENTER);
		final JPanel content = new JPanel(new BorderLayout(MARGIN, MARGIN));
		content.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN,
			MARGIN));
		content.add(where, BorderLayout.NORTH);
		content.add(table.component(), BorderLayout.CENTER);
		content.add(below, BorderLayout.SOUTH);
		return content;
	}

	private static JButton button(final String text, final Runnable action) {
		final JButton button = new JButton(text);
		button.addActionListener(event -> action.run());
		return button;
	}

	/** Opens it, or brings it to the front, with the models of this ImageJ. */
	static void open() {
		open(ModelStores.ofThisImageJ());
	}

	/** @param stores shown if it is not open yet */
	static void open(final ModelStores stores) {
		if (current == null) {
			current = new ModelsWindow(stores);
			WindowManager.addWindow(current.frame);
			current.frame.setVisible(true);
		}
		current.frame.toFront();
		current.look();
	}

	/** @return what is open, if it is */
	static Optional<ModelsWindow> current() {
		return Optional.ofNullable(current);
	}

	/** What is still being done is cancelled. */
	void close() {
		if (task != null) task.leave();
		place.remember();
		WindowManager.removeWindow(frame);
		frame.dispose();
		if (current == this) current = null;
	}

	private void fetch() {
		final Optional<CatalogModel> model = table.chosen().flatMap(
			ListedModel::known);
		if (model.isPresent() && ModelConsent.allowsFetching(stores, model.get()))
			install(ModelOrder.fetch(model.get().name()));
	}

	private void importDropped() {
		table.chosen().flatMap(ListedModel::dropped).ifPresent(file -> install(
			ModelOrder.importFrom(file.path().toString())));
	}

	private void askForFile() {
		try {
			ImportDialog.ask().ifPresent(this::install);
		}
		catch (final IllegalArgumentException exc) {
			work.tell(exc.getMessage());
		}
	}

	/** Does it, and has it recorded when it is done. */
	void install(final ModelOrder order) {
		start(progress -> "The model is installed: " + stores.get(order, progress) +
			".", () -> MacroRecorder.record(ModelOrder.COMMAND, order
				.toMacroOptions()));
	}

	private void look() {
		start(progress -> "", () -> {});
	}

	private void check() {
		start(progress -> sentence(stores.verify(progress)), () -> {});
	}

	private static String sentence(final List<ModelCheck> checks) {
		if (checks.isEmpty()) return "There is no installed model to check.";
		final String problems = checks.stream().flatMap(check -> check.problem()
			.stream()).collect(Collectors.joining(" "));
		if (!problems.isEmpty()) return problems;
		return checks.size() == 1 ? "The installed model is whole." : "All " +
			checks.size() + " installed models are whole.";
	}

	/** @param todo off this thread; gives a sentence of what it did */
	private void start(final Function<Progress, String> todo,
		final Runnable success)
	{
		if (task != null) return;
		work.progress("Looking at the models", 0);
		task = ModelsTask.start(progress -> new News(todo.apply(progress), stores
			.listed(), ComputeMemory.ofAuto()), new TaskListener(success));
		enable();
	}

	private void cancel() {
		if (task != null) task.cancel();
	}

	private void enable() {
		final boolean idle = task == null;
		fetch.setEnabled(idle && table.chosen().flatMap(ListedModel::known)
			.isPresent());
		dropped.setEnabled(idle && table.chosen().flatMap(ListedModel::dropped)
			.isPresent());
		List.of(importing, check, refresh).forEach(button -> button.setEnabled(
			idle));
	}

	private void end(final String sentence) {
		task = null;
		work.tell(sentence);
		work.end();
		enable();
	}

	/** What came out of a task, and what models there are now. */
	private static final class News {

		private final String sentence;
		private final List<ListedModel> models;
		private final DeviceMemory memory;

		private News(final String sentence, final List<ListedModel> models,
			final DeviceMemory memory)
		{
			this.memory = memory;
			this.sentence = sentence;
			this.models = models;
		}
	}

	private final class TaskListener implements ModelsTask.Listener<News> {

		private final Runnable success;

		private TaskListener(final Runnable success) {
			this.success = success;
		}

		@Override
		public void progress(final String step, final double fraction) {
			work.progress(step, fraction);
		}

		@Override
		public void done(final News news) {
			table.show(news.models, news.memory);
			DrawingRun.current().ifPresent(run -> run.offer(ModelStores.names(
				news.models)));
			end(news.sentence);
			success.run();
		}

		@Override
		public void failed(final String why) {
			end(why);
		}
	}
}
