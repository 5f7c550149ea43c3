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

package sc.fiji.stablesam.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import sc.fiji.stablesam.prompt.Click;

/**
 * Reads {@code x,y}, {@code x,y,1} (on the object) and {@code x,y,0} (beside
 * it). The numbers count pixels from 0; they mean the pixel's centre.
 */
final class ClickConverter implements ITypeConverter<Click> {

	private static final String FORM = "x,y or x,y,1 or x,y,0";
	private static final double TO_CENTRE = 0.5;

	@Override
	public Click convert(final String text) {
		final double[] n = Numbers.read(text, FORM);
		final boolean signed = n.length == 3 && (n[2] == 0 || n[2] == 1);
		if (n.length != 2 && !signed) throw new TypeConversionException("'" + text +
			"' is not of the form " + FORM);
		final double x = n[0] + TO_CENTRE;
		final double y = n[1] + TO_CENTRE;
		return signed && n[2] == 0 ? Click.background(x, y) : Click.foreground(x,
			y);
	}
}
