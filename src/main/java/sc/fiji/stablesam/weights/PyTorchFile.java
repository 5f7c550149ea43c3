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

package sc.fiji.stablesam.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;

/**
 * Reads the state dictionary of a PyTorch checkpoint ({@code .pt},
 * {@code .pth}): a zip archive of a pickle that describes the tensors, and of
 * their storages. Nothing of the pickle is executed, see {@link PickleMachine}.
 * Names are the publisher's, without the prefix of a wrapper.
 */
public final class PyTorchFile extends IndexedTensorFile {

	private static final String FORMAT =
		"a PyTorch checkpoint, or only the beginning of one";
	private static final String PICKLE = "data.pkl";
	private static final long MAX_PICKLE = 1 << 24;

	/** How pickles of PyTorch before 1.6 begin: a protocol, and this number. */
	private static final byte[] OLD_MAGIC = { (byte) 0x8a, 0x0a, 0x6c,
		(byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8, 0x50,
		0x19 };
	private static final int TAR_MAGIC = 257;

	private final NavigableMap<Long, ZipRecord> storages = new TreeMap<>();
	private final Set<ZipRecord> checked = new HashSet<>();

	private PyTorchFile(final WeightFile file, final ZipDirectory archive,
		final Map<String, StoredTensor> tensors)
	{
		super(file, Map.of(), tensors);
		archive.records().forEach(record -> storages.put(record.offset(), record));
	}

	/**
	 * Opens a checkpoint and checks its directory and its description of the
	 * tensors. The elements are checked against the archive's checksums when they
	 * are read.
	 *
	 * @param path the file
	 * @return the open file, to be closed by the caller
	 * @throws StableSamException if there is no such file, it is of another
	 *           format, truncated or damaged, holds no tensors, or asks for
	 *           anything but tensors
	 */
	public static PyTorchFile open(final Path path) {
		final WeightFile file = WeightFile.open(path);
		try {
			refuseOldFormats(file);
			final ZipDirectory archive = ZipDirectory.read(file).orElseThrow(
				() -> file.notA(FORMAT));
			return new PyTorchFile(file, archive, tensors(file, archive));
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
	}

	/** NB: Mapping saves the copy, and with it half of the memory for weights. */
	@Override
	ByteBuffer load(final WeightFile from, final long offset, final long length) {
		final Map.Entry<Long, ZipRecord> storage = storages.floorEntry(offset);
		if (storage != null && !checked.contains(storage.getValue())) {
			storage.getValue().check(from);
			checked.add(storage.getValue());
		}
		return from.map(offset, length);
	}

	private static Map<String, StoredTensor> tensors(final WeightFile file,
		final ZipDirectory archive)
	{
		final ZipRecord pickle = pickle(file, archive);
		final String root = pickle.name().substring(0, pickle.name().length() -
			PICKLE.length());
		refuseBigEndian(file, archive.record(root + "byteorder"));
		final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		StateDict.find(value(file, pickle), file).orElseThrow(
			() -> new StableSamException("The weight file " + file.path() +
				" holds no weights, neither at once nor as 'model', 'model_state' or 'state_dict': save them with torch.save(model.state_dict(), ...) and give that file."))
			.forEach((name, tensor) -> tensors.put(name, stored(file, name, tensor,
				archive.record(root + "data/" + tensor.storage().key()))));
		refuseGrowth(file, tensors);
		return tensors;
	}

	private static ZipRecord pickle(final WeightFile file,
		final ZipDirectory archive)
	{
		final List<ZipRecord> found = archive.records().stream().filter(
			record -> record.name().matches("[^/]+/data\\.pkl")).collect(Collectors
				.toList());
		if (found.size() != 1) throw file.notA(FORMAT);
		final String root = found.get(0).name().replace(PICKLE, "");
		if (archive.record(root + "constants.pkl") != null)
			throw new StableSamException("The file " + file.path() +
				" is a program (TorchScript) and not weights alone: give the checkpoint that it was made of.");
		return found.get(0);
	}

	private static Object value(final WeightFile file, final ZipRecord pickle) {
		if (pickle.length() > MAX_PICKLE) throw file.damaged(
			"its list of tensors is too long");
		pickle.check(file);
		try {
			return PickleMachine.run(file.read(pickle.offset(), pickle.length()), file
				.path());
		}
		catch (final IllegalArgumentException e) {
			throw file.damaged("its list of tensors is garbled");
		}
	}

	private static StoredTensor stored(final WeightFile file, final String name,
		final TorchTensor tensor, final ZipRecord record)
	{
		if (record == null) throw file.damaged("the elements of its tensor " + Quote
			.of(name) + " are missing");
		record.requireStored(file);
		if (record.length() != tensor.storage().length() || !tensor.fits())
			throw file.damaged("the size of its tensor " + Quote.of(name) +
				" is wrong");
		return tensor.in(record.offset());
	}

	/** Tensors may share elements, but not so that little becomes a lot. */
	private static void refuseGrowth(final WeightFile file,
		final Map<String, StoredTensor> tensors)
	{
		long left = 2 * file.size();
		for (final StoredTensor tensor : tensors.values()) {
			left -= StoredTensor.byteCount(tensor.type(), tensor.shape());
			if (left < 0) throw file.damaged(
				"its tensors share more elements than any model's");
		}
	}

	private static void refuseBigEndian(final WeightFile file,
		final ZipRecord byteOrder)
	{
		if (byteOrder == null) return;
		byteOrder.check(file);
		if (byteOrder.length() > Long.BYTES) return;
		final String order = StandardCharsets.US_ASCII.decode(file.read(byteOrder
			.offset(), byteOrder.length())).toString();
		if (order.equals("big")) throw new StableSamException("The weight file " +
			file.path() +
			" has its bytes in the reverse order (big-endian): save it again on an ordinary computer.");
	}

	private static void refuseOldFormats(final WeightFile file) {
		final int start = 2;
		final boolean isPickle = file.size() > start + OLD_MAGIC.length && file
			.read(start, OLD_MAGIC.length).equals(ByteBuffer.wrap(OLD_MAGIC));
		final boolean isTar = file.size() > TAR_MAGIC + 5 &&
			StandardCharsets.US_ASCII.decode(file.read(TAR_MAGIC, 5)).toString()
				.equals("ustar");
		if (isPickle || isTar) throw new StableSamException("The weight file " +
			file.path() +
			" is in the old format of PyTorch before 1.6, which is not read: open and save it once with a newer PyTorch, torch.save(torch.load(FILE), FILE).");
	}
}
