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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What the catalog says of what others publish. */
class PublishedModelsTest {

	@Test
	void allCanBeNamedAndFetched() {
		final List<CatalogModel> models = ModelCatalog.builtIn().models();
		final Set<String> names = new HashSet<>();
		for (final CatalogModel model : models) {
			assertTrue(names.add(model.id()), model.id());
			assertTrue(names.add(model.name()), model.name());
			assertEquals(model.id(), ModelId.of(model.id()));
			assertEquals(model, ModelCatalog.builtIn().find(model.name()
				.toUpperCase()).get());
			assertFalse(model.licence().isEmpty());
			assertFalse(model.sources().isEmpty());
		}
		assertEquals(16, models.size());
		assertEquals("sam2_hiera_tiny", models.get(0).id());
	}

	@Test
	void namesOfModelsAreNoNamesOfFamilies() {
		// NB: a file's architecture is one or the other.
		for (final CatalogModel model : ModelCatalog.builtIn().models())
			assertFalse(ModelFamily.named(model.id()).isPresent(), model.id());
	}

	@Test
	void defaultModelComesFromItsPublisherFirst() {
		final List<ModelSource> sources = ModelCatalog.builtIn().defaultModel()
			.sources();
		assertEquals("dl.fbaipublicfiles.com", sources.get(0).describe());
		assertEquals(155906050, sources.get(0).bytesToFetch().getAsLong());
		assertTrue(sources.get(1).describe().contains("npm package"), sources.get(1)
			.describe());
		assertEquals(2, sources.size());
	}

	/** NB: nobody has published those of micro-sam. */
	@Test
	void sizesAreKnownButForMicroSam() {
		for (final CatalogModel model : ModelCatalog.builtIn().models())
			assertEquals(!model.id().startsWith("micro_sam"), model.sources().get(0)
				.bytesToFetch().isPresent(), model.id());
	}
}
