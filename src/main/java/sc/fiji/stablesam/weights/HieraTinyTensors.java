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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of SAM 2 Hiera-T's two exported networks, under the publisher's
 * names and in the publisher's layouts. The files stay the caller's to close.
 */
final class HieraTinyTensors implements TensorFile {

	private final Map<String, ConversionRule> rules = new LinkedHashMap<>();
	private final Map<String, GraphFile> files = new LinkedHashMap<>();

	private HieraTinyTensors() {}

	static HieraTinyTensors of(final GraphFile encoder, final GraphFile decoder) {
		final HieraTinyTensors tensors = new HieraTinyTensors();
		HieraTinyTable.encoder().forEach(rule -> tensors.add(rule, encoder));
		HieraTinyTable.decoder().forEach(rule -> tensors.add(rule, decoder));
		return tensors;
	}

	private void add(final ConversionRule rule, final GraphFile file) {
		rules.put(rule.target(), rule);
		files.put(rule.target(), file);
	}

	@Override
	public Map<String, String> metadata() {
		return Map.of();
	}

	@Override
	public Set<String> names() {
		return rules.keySet();
	}

	@Override
	public long[] shape(final String name) {
		return rule(name).shape();
	}

	@Override
	public ByteBuffer bytes(final String name) {
		return rule(name).read(files.get(name));
	}

	private ConversionRule rule(final String name) {
		final ConversionRule rule = rules.get(name);
		if (rule == null) throw new IllegalArgumentException("No tensor '" + name +
			"' in SAM 2 Hiera-T");
		return rule;
	}

	@Override
	public void close() {}
}
