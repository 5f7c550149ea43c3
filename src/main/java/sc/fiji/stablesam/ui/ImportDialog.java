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

import java.util.Optional;

import ij.gui.GenericDialog;
import sc.fiji.stablesam.ij.call.ModelOrder;

/** Asks a person for a file that holds a model. */
final class ImportDialog {

	private static final int FILE_COLUMNS = 36;
	private static final int NAME_COLUMNS = 24;

	private ImportDialog() {}

	/**
	 * Waits for the answer.
	 *
	 * @return what to import; nothing if they changed their mind
	 * @throws IllegalArgumentException if they chose no file
	 */
	static Optional<ModelOrder> ask() {
		final GenericDialog dialog = new GenericDialog(
			"Stable-SAM: import a model");
		dialog.addMessage(
			"A checkpoint of SAM, MobileSAM, SAM 2 or micro-sam as its publisher offers it,\n" +
				"one of your own of these kinds, or a file of another model folder:");
		dialog.addFileField("File:", "", FILE_COLUMNS);
		dialog.addStringField("Name:", "", NAME_COLUMNS);
		dialog.addMessage("Without a name it is called as the file says.");
		dialog.setOKLabel("Import");
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		final ModelOrder order = ModelOrder.importFrom(dialog.getNextString());
		final String name = dialog.getNextString().trim();
		return Optional.of(name.isEmpty() ? order : order.as(name));
	}
}
