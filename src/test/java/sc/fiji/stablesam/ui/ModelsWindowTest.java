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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JProgressBar;
import javax.swing.JTable;
import javax.swing.JTextArea;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.Prefs;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.TestImageJ;
import sc.fiji.stablesam.ij.call.ModelOrder;
import sc.fiji.stablesam.ij.drawing.Hand;
import sc.fiji.stablesam.ij.models.ModelStores;
import sc.fiji.stablesam.weights.ModelStore;
import sc.fiji.stablesam.weights.ServedModel;

/** A person who looks after models, and a macro that does. */
@NeedsScreen
class ModelsWindowTest {

	private static final int CATALOG = 16;

	@TempDir
	private Path temporary;
	private Path home;
	private Path checkpoint;
	private Hand hand;

	@BeforeEach
	void open() throws Exception {
		home = temporary.resolve("models of mine");
		checkpoint = Paths.get(getClass().getResource(
			"/checkpoints/sam_vit_tiny.pth").toURI());
		System.setProperty("stable-sam.home", home.toString());
		TestImageJ.start();
		Prefs.saveLocation("stable-sam.models.loc", new Point(60, 60));
		hand = new Hand(null);
	}

	@AfterEach
	void close() throws InterruptedException {
		System.clearProperty("stable-sam.home");
		Hand.see(() -> {
			ModelsWindow.current().ifPresent(ModelsWindow::close);
			return null;
		});
	}

	private static List<Frame> windows() {
		return Arrays.stream(Frame.getFrames()).filter(frame -> frame.isVisible() &&
			ModelsWindow.TITLE.equals(frame.getTitle())).collect(Collectors.toList());
	}

	private static Stream<Component> parts(final Container container) {
		return Arrays.stream(container.getComponents()).flatMap(part -> Stream
			.concat(Stream.of(part), part instanceof Container ? parts(
				(Container) part) : Stream.empty()));
	}

	private static <C> C find(final Class<C> type, final Predicate<C> wanted) {
		return parts(windows().get(0)).filter(type::isInstance).map(type::cast)
			.filter(wanted).findFirst().get();
	}

	private static JButton button(final String text) {
		return find(JButton.class, button -> text.equals(button.getText()));
	}

	private static String status() {
		return find(JTextArea.class, text -> true).getText();
	}

	private static boolean isIdle() {
		return button("Import file...").isEnabled();
	}

	/** @return the texts of a row, from the first column on */
	private static String row(final int row) {
		final JTable table = find(JTable.class, any -> true);
		return Stream.of(0, 1, 2, 3, 4).map(column -> table.getValueAt(row, column)
			.toString()).collect(Collectors.joining("|"));
	}

	private static int rows() {
		return find(JTable.class, any -> true).getRowCount();
	}

	private static void choose(final int row) throws InterruptedException {
		Hand.see(() -> {
			find(JTable.class, any -> true).setRowSelectionInterval(row, row);
			return null;
		});
	}

	/** NB: Does not wait, as some ask a question before they come back. */
	private static void push(final String text) throws InterruptedException {
		Hand.await("button " + text, () -> button(text).isEnabled());
		EventQueue.invokeLater(() -> button(text).doClick());
	}

	private static void awaitModels() throws InterruptedException {
		Hand.await("list of models", () -> !windows().isEmpty() && isIdle() &&
			rows() > 0);
	}

	private static void openWindow(final ModelStores stores)
		throws InterruptedException
	{
		Hand.see(() -> {
			ModelsWindow.open(stores);
			return null;
		});
		awaitModels();
	}

	private static void install(final ModelOrder order)
		throws InterruptedException
	{
		Hand.see(() -> {
			ModelsWindow.current().get().install(order);
			return null;
		});
	}

	private static Stream<Path> files(final Path folder) throws IOException {
		return Files.exists(folder) ? Files.list(folder) : Stream.empty();
	}

	private static void assertNothingInstalled(final Path folder)
		throws IOException
	{
		try (Stream<Path> files = files(folder)) {
			assertEquals(List.of(), files.map(file -> file.getFileName().toString())
				.filter(name -> name.endsWith(".safetensors") || name.startsWith(
					".work")).collect(Collectors.toList()));
		}
	}

	@Test
	void theMenuShowsWhatThereIsAndAsksBeforeItFetches() throws Exception {
		IJ.doCommand(ModelOrder.COMMAND);
		awaitModels();
		assertEquals(CATALOG, (int) Hand.see(ModelsWindowTest::rows));
		assertEquals("SAM 2 Hiera-T|not installed|156 MB|fits|Apache-2.0", Hand.see(
			() -> row(0)));
		assertFalse(Hand.see(() -> button("Fetch...").isEnabled()));
		push("Check");
		Hand.await("end of the check", () -> isIdle() && status().contains(
			"no installed model"));
		IJ.doCommand(ModelOrder.COMMAND);
		// NB: it looks at the models anew, and that clears the sentence.
		Hand.await("second look", () -> isIdle() && status().isEmpty());
		assertEquals(1, Hand.see(() -> windows().size()));

		choose(1);
		hand.screenshot("models-1-catalog");
		push("Fetch...");
		Hand.await("question", () -> GenericDialog.getInstance() != null &&
			GenericDialog.getInstance().isShowing());
		final GenericDialog question = GenericDialog.getInstance();
		hand.screenshot("models-2-question");
		// NB: what it says besides is tested where it is written.
		assertEquals("Stable-SAM: fetch SAM 2.1 Hiera-T", question.getTitle());
		press(question, 1, "Cancel");
		Hand.await("end of the question", () -> !question.isShowing());
		assertTrue(Hand.see(ModelsWindowTest::isIdle));
		assertFalse(Files.exists(home));
	}

	private static void press(final GenericDialog dialog, final int button,
		final String text)
	{
		IJ.wait(500);
		EventQueue.invokeLater(() -> dialog.actionPerformed(new ActionEvent(dialog
			.getButtons()[button], ActionEvent.ACTION_PERFORMED, text)));
	}

	@Test
	void importedFileIsListedCheckedAndRecorded() throws Exception {
		final Recorder recorder = new Recorder();
		openWindow(ModelStores.ofThisImageJ());
		install(ModelOrder.importFrom(checkpoint.toString()));
		Hand.await("imported model", () -> isIdle() && rows() > CATALOG);
		assertEquals("sam_vit_tiny|installed|0 MB|fits|unknown", Hand.see(() -> row(
			CATALOG)));
		final Path file = home.resolve("sam_vit_tiny.safetensors");
		assertTrue(Hand.see(ModelsWindowTest::status).contains(file.toString()));
		final String recorded = recorder.getText();
		recorder.close();
		assertTrue(recorded.contains("run(\"Stable-SAM Models...\", \"import="),
			recorded);
		choose(CATALOG);
		assertFalse(Hand.see(() -> button("Fetch...").isEnabled()));
		push("Check");
		Hand.await("end of the check", () -> isIdle() && status().equals(
			"The installed model is whole."));
		hand.screenshot("models-3-imported");

		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 4;
		Files.write(file, bytes);
		push("Check");
		Hand.await("end of the check", () -> isIdle() && status().contains(file
			.toString()));
	}

	@Test
	void unusableFileIsRefusedWithASentence() throws Exception {
		openWindow(ModelStores.ofThisImageJ());
		final Path letter = Files.write(temporary.resolve("letter.pth"), List.of(
			"Dear reader,"));
		install(ModelOrder.importFrom(letter.toString()));
		Hand.await("sentence", () -> isIdle() && status().contains("letter.pth"));
		hand.screenshot("models-4-refused");
		assertEquals(CATALOG, (int) Hand.see(ModelsWindowTest::rows));
		assertNothingInstalled(home);
	}

	/** Whoever drops a file into the folder sees what becomes of it. */
	@Test
	void droppedFilesAreListedAndImported() throws Exception {
		openWindow(ModelStores.ofThisImageJ());
		Files.createDirectories(home);
		Files.copy(checkpoint, home.resolve("Nuclei of ours, epoch 120.pth"));
		final Path other = Files.write(home.resolve("letter.pt"), List.of(
			"Dear reader,"));
		push("Refresh");
		Hand.await("dropped files", () -> isIdle() && rows() == CATALOG + 2);
		assertEquals(
			"Nuclei of ours, epoch 120.pth|dropped in, imported on first use|0 MB|fits|unknown",
			Hand.see(() -> row(CATALOG)));
		assertEquals(
			"letter.pt|refused: is not a PyTorch checkpoint, or only the beginning of one|0 MB|unknown|unknown",
			Hand.see(() -> row(CATALOG + 1)));
		assertFalse(Hand.see(() -> button("Import now").isEnabled()));
		choose(CATALOG + 1);
		push("Import now");
		Hand.await("sentence", () -> isIdle() && status().contains(other +
			" is not a PyTorch checkpoint"));
		hand.screenshot("models-6-dropped");

		Files.delete(other);
		choose(CATALOG);
		assertFalse(Hand.see(() -> button("Fetch...").isEnabled()));
		push("Import now");
		Hand.await("imported model", () -> isIdle() && rows() == CATALOG + 1);
		assertEquals("Nuclei of ours, epoch 120|installed|0 MB|fits|unknown", Hand
			.see(() -> row(CATALOG)));
		assertFalse(Hand.see(() -> button("Import now").isEnabled()));
	}

	@Test
	void cancelledFetchLeavesNothing() throws Exception {
		try (ServedModel model = ServedModel.stalling()) {
			final ModelStore store = model.store(home);
			openWindow(ModelStores.of(store));
			install(ModelOrder.fetch(ServedModel.NAME));
			Hand.await("progress", () -> find(JProgressBar.class, bar -> true)
				.getValue() > 0);
			hand.screenshot("models-5-fetching");
			push("Cancel");
			Hand.await("end", () -> isIdle() && status().startsWith("Cancelled"));
			assertEquals(ServedModel.NAME + "|not installed|0 MB|fits|CC0-1.0", Hand
				.see(() -> row(0)));
			assertNothingInstalled(home);
		}
	}

	@Test
	void closingCancelsAndLeavesNothing() throws Exception {
		try (ServedModel model = ServedModel.stalling()) {
			openWindow(ModelStores.of(model.store(home)));
			install(ModelOrder.fetch(ServedModel.NAME));
			Hand.await("progress", () -> find(JProgressBar.class, bar -> true)
				.getValue() > 0);
			final Frame window = Hand.see(() -> windows().get(0));
			Hand.see(() -> {
				window.dispatchEvent(new WindowEvent(window,
					WindowEvent.WINDOW_CLOSING));
				return null;
			});
			assertEquals(List.of(), windows());
			Hand.await("end of the thread", () -> Thread.getAllStackTraces().keySet()
				.stream().noneMatch(thread -> thread.getName().equals(
					"Stable-SAM models")));
			assertNothingInstalled(home);
		}
	}

	@Test
	void macrosInstallWithoutAWindow() throws InterruptedException {
		assertEquals(Optional.empty(), TestImageJ.runMacro(run("import=[" +
			checkpoint + "] name=[My cells]")));
		assertTrue(Files.exists(home.resolve("my_cells.safetensors")));
		assertEquals(List.of(), windows());
	}

	private static String run(final String options) {
		return "run('" + ModelOrder.COMMAND + "', '" + options + "');";
	}
}
