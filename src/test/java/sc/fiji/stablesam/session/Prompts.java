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

package sc.fiji.stablesam.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/** Prompts that point at known objects. */
final class Prompts {

	private Prompts() {}

	/** @return of all kinds, more of some than fit into one batch */
	static List<Prompt> mixed(final List<Mask> objects) {
		final List<Prompt> all = new ArrayList<>();
		for (int i = 0; i < 11; i++) {
			final Mask object = objects.get(i);
			final Prompt box = box(object);
			final Prompt click = Prompt.of(centre(object));
			final MaskHint drawn = MaskHint.drawn(object.interval());
			all.add(box);
			if (i % 3 == 0) all.add(click);
			if (i % 4 == 1) all.add(click.with(Click.background(5, 500)));
			if (i % 5 == 1) all.add(box.with(centre(object)));
			if (i % 6 == 2) all.add(box.with(drawn));
			if (i == 3) all.add(click.with(MaskHint.logits(new float[256 * 256])));
			if (i == 5) all.add(Prompt.empty().with(drawn));
		}
		return all;
	}

	static List<Prompt> boxes(final List<Mask> objects) {
		return objects.stream().map(Prompts::box).collect(Collectors.toList());
	}

	static Prompt box(final Mask m) {
		return Prompt.of(Box.around(m.interval()));
	}

	static Click centre(final Mask m) {
		return Click.foreground(m.minX() + m.width() / 2.0, m.minY() + m.height() /
			2.0);
	}
}
