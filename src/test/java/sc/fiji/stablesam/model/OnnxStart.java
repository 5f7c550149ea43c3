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

package sc.fiji.stablesam.model;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.FloatBuffer;
import java.nio.file.Paths;
import java.util.List;

import javax.imageio.ImageIO;

import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.model.PromptBatch.Points;

/**
 * The barest program that segments one box through ONNX Runtime, to compare
 * with how long {@code bin/stable-sam segment} takes from start to end.
 * Arguments: exported encoder, exported decoder, image, x, y, width, height.
 */
public final class OnnxStart {

	private static final int SIDE = 1024;

	private OnnxStart() {}

	public static void main(final String[] args) throws Exception {
		try (OnnxOracle network = OnnxOracle.load(Paths.get(args[0]), Paths.get(
			args[1]), Runtime.getRuntime().availableProcessors()))
		{
			final BufferedImage image = ImageIO.read(new File(args[2]));
			final double sx = (double) SIDE / image.getWidth();
			final double sy = (double) SIDE / image.getHeight();
			final double x = Double.parseDouble(args[3]) * sx;
			final double y = Double.parseDouble(args[4]) * sy;
			network.encode(OnnxOracle.normalised(picture(image)));
			final OnnxOracle.VariantAnswer answer = network.decode(PromptBatch.of(List
				.of(new Points().add(x, y, Label.BOX_MIN).add(x + Double.parseDouble(
					args[5]) * sx, y + Double.parseDouble(args[6]) * sy,
					Label.BOX_MAX))));
			int area = 0;
			for (int i = 0; i < MaskProposals.SIDE * MaskProposals.SIDE; i++)
				if (answer.logit(1, i) > 0) area++;
			System.out.println(area);
		}
	}

	private static FloatBuffer picture(final BufferedImage image) {
		final BufferedImage scaled = new BufferedImage(SIDE, SIDE,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = scaled.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(image, 0, 0, SIDE, SIDE, null);
		final int[] pixels = scaled.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
		final FloatBuffer rgb = FloatBuffer.allocate(3 * SIDE * SIDE);
		for (int channel = 0; channel < 3; channel++)
			for (final int pixel : pixels)
				rgb.put((pixel >> 16 - 8 * channel & 0xff) / 255f);
		return rgb;
	}
}
