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

package sc.fiji.stablesam.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.StableSamException;

public class SourceImageTest {

	private static final PlanePosition HERE = PlanePosition.ANY;
	private static final int BLACK = 0xff000000;
	private static final int WHITE = 0xffffffff;

	@Test
	public void eightBitIsStretchedUnlessARangeIsSet() {
		final ImagePlus imp = new ImagePlus("a", bytes(10, 20, 30));
		assertPixels(imp, BLACK, 0xff808080, WHITE);
		imp.setDisplayRange(20, 30);
		assertPixels(imp, BLACK, BLACK, WHITE);
		imp.setDisplayRange(0, 60);
		assertPixels(imp, grey(43), grey(85), grey(128));
	}

	@Test
	public void sixteenBitIsStretchedUnlessARangeIsSet() {
		final ImagePlus imp = new ImagePlus("a", shorts(1000, 1500, 2000));
		assertPixels(imp, BLACK, grey(128), WHITE);
		imp.setDisplayRange(0, 2000);
		assertPixels(imp, grey(128), grey(191), WHITE);
		imp.setDisplayRange(0, 65535);
		assertPixels(imp, BLACK, grey(128), WHITE);
	}

	@Test
	public void outliersAreLeftOutOfTheAutomaticRangeOnly() {
		final short[] pixels = new short[10000];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (i % 2 * 100);
		pixels[0] = 30000;
		final ImagePlus imp = new ImagePlus("a", new ShortProcessor(100, 100,
			pixels, null));
		assertEquals(30000, imp.getDisplayRangeMax());
		assertArrayEquals(new int[] { WHITE, WHITE, BLACK }, start(imp));
		imp.setDisplayRange(0, 20000);
		assertArrayEquals(new int[] { WHITE, grey(1), BLACK }, start(imp));
	}

	@Test
	public void floatPixelsThatAreNoNumbersAreBlack() {
		final ImagePlus imp = new ImagePlus("a", new FloatProcessor(5, 1,
			new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
				-1, 1 }));
		assertPixels(imp, BLACK, WHITE, BLACK, BLACK, WHITE);
		assertPixels(new ImagePlus("b", new FloatProcessor(2, 1, new float[] {
			Float.NaN, Float.NaN })), BLACK, BLACK);
	}

	@Test
	public void flatAndTinyImagesAreSafe() {
		assertPixels(new ImagePlus("a", bytes(7)), BLACK);
		assertPixels(new ImagePlus("a", shorts(700, 700)), BLACK, BLACK);
		assertPixels(new ImagePlus("a", new FloatProcessor(1, 3, new float[] { 3, 3,
			3 })), BLACK, BLACK, BLACK);
		assertPixels(new ImagePlus("a", new ColorProcessor(1, 1, new int[] {
			0x123456 })), 0x123456);
	}

	@Test
	public void aStacksOwnRangeIsNotTakenForAPersons() {
		final ImageStack stack = new ImageStack(3, 1);
		stack.addSlice(shorts(0, 50, 100));
		stack.addSlice(shorts(1000, 3000, 5000));
		final ImagePlus imp = new ImagePlus("a", stack);
		assertEquals(100, imp.getDisplayRangeMax());
		assertArrayEquals(new int[] { BLACK, grey(128), WHITE }, pixels(imp,
			PlanePosition.of(0, 2, 0)));
		imp.setDisplayRange(0, 5000);
		assertArrayEquals(new int[] { BLACK, grey(128), WHITE }, pixels(imp,
			PlanePosition.of(0, 2, 0)));
		imp.setDisplayRange(0, 6000);
		assertArrayEquals(new int[] { grey(43), grey(128), grey(213) }, pixels(imp,
			PlanePosition.of(0, 2, 0)));
	}

	@Test
	public void rgbIsShownAsItIs() {
		assertPixels(new ImagePlus("a", new ColorProcessor(2, 1, new int[] {
			0xff102030, 0xff405060 })), 0xff102030, 0xff405060);
	}

	@Test
	public void invertedLutsInvert() {
		final ImageProcessor ip = bytes(10, 20, 30);
		ip.invertLut();
		assertPixels(new ImagePlus("a", ip), WHITE, grey(127), BLACK);
	}

	@Test
	public void palettesAreShownAsTheyAre() {
		final byte[] component = new byte[256];
		component[10] = (byte) 200;
		component[20] = 50;
		final ImageProcessor ip = bytes(10, 20, 30);
		ip.setLut(new LUT(component, component, new byte[256]));
		assertPixels(new ImagePlus("a", ip), 0xffc8c800, 0xff323200, BLACK);
	}

	@Test
	public void singleColoursAreStretched() {
		final ImageProcessor green = bytes(10, 20, 30);
		green.setLut(LUT.createLutFromColor(Color.GREEN));
		assertPixels(new ImagePlus("a", green), BLACK, 0xff008000, 0xff00ff00);
	}

	@Test
	public void compositeChannelsAreMixed() {
		final ImagePlus imp = composite(IJ.COMPOSITE);
		assertPixels(imp, 0xffff0000, 0xff00ff00, 0xffffff00);
		((CompositeImage) imp).getActiveChannels()[1] = false;
		assertPixels(imp, 0xffff0000, BLACK, 0xffff0000);
		((CompositeImage) imp).getActiveChannels()[0] = false;
		assertPixels(imp, BLACK, BLACK, BLACK);
	}

	@Test
	public void aChannelsRangeIsKeptIfAPersonHasSetIt() {
		final CompositeImage imp = composite(IJ.COMPOSITE);
		imp.setPosition(2, 1, 1);
		imp.setDisplayRange(0, 400);
		assertPixels(imp, 0xffff0000, 0xff008000, 0xffff8000);
	}

	@Test
	public void oneChannelIsShownInItsColourOrGrey() {
		final ImagePlus color = composite(IJ.COLOR);
		assertPixels(color, 0xffff0000, BLACK, 0xffff0000);
		assertArrayEquals(new int[] { BLACK, 0xff00ff00, 0xff00ff00 }, pixels(color,
			PlanePosition.of(2, 0, 0)));
		assertPixels(composite(IJ.GRAYSCALE), WHITE, BLACK, WHITE);
	}

	@Test
	public void hyperstackPlanesAreFound() {
		final ImageStack stack = new ImageStack(1, 1);
		for (int i = 0; i < 24; i++)
			stack.addSlice(new ColorProcessor(1, 1, new int[] { i }));
		final ImagePlus imp = new ImagePlus("a", stack);
		imp.setDimensions(2, 3, 4);
		imp.setPosition(2, 3, 1);
		final SourceImage image = SourceImage.of(imp);
		for (int c = 1; c <= 2; c++)
			for (int z = 1; z <= 3; z++)
				for (int t = 1; t <= 4; t++)
					assertArrayEquals(new int[] { imp.getStackIndex(c, z, t) - 1 }, all(
						image.render(PlanePosition.of(c, z, t))));
		assertEquals(PlanePosition.of(2, 3, 1), image.plane(HERE));
		assertEquals(PlanePosition.of(2, 1, 1), image.plane(PlanePosition.of(0, 1,
			0)));
		assertThrows(IllegalArgumentException.class, () -> image.plane(PlanePosition
			.of(0, 4, 0)));
	}

	@Test
	public void virtualStacksAreReadWhenAskedFor() {
		final ImagePlus imp = new ImagePlus("a", new Numbers(5));
		imp.setSlice(2);
		assertArrayEquals(new int[] { BLACK, WHITE }, pixels(imp, PlanePosition.of(
			0, 4, 0)));
		assertEquals(2, imp.getCurrentSlice());
	}

	@Test
	public void whatAVirtualStackCannotReadIsNamed() {
		final Numbers stack = new Numbers(5);
		final SourceImage image = SourceImage.of(new ImagePlus("film", stack));
		stack.gone = true;
		final StableSamException e = assertThrows(StableSamException.class,
			() -> image.render(PlanePosition.of(0, 4, 0)));
		assertTrue(e.getMessage().startsWith("Plane 4 of 'film' cannot be read"), e
			.getMessage());
	}

	@Test
	public void planesOutliveTheImage() {
		final ImageStack stack = new ImageStack(3, 1);
		stack.addSlice(bytes(0, 128, 255));
		stack.addSlice(bytes(255, 128, 0));
		final ImagePlus imp = new ImagePlus("a", stack);
		final SourceImage image = SourceImage.of(imp);
		imp.close();
		imp.flush();
		assertArrayEquals(new int[] { WHITE, grey(128), BLACK }, all(image.render(
			PlanePosition.of(0, 2, 0))));
	}

	@Test
	public void theImageIsNotChanged() {
		final CompositeImage imp = composite(IJ.COMPOSITE);
		imp.setPosition(2, 1, 1);
		imp.setDisplayRange(3, 77);
		final short[] before = ((short[]) imp.getStack().getPixels(1)).clone();
		imp.changes = false;
		SourceImage.of(imp).render(PlanePosition.of(1, 1, 1));
		assertEquals(2, imp.getChannel());
		assertEquals(3, imp.getDisplayRangeMin());
		assertEquals(77, imp.getDisplayRangeMax());
		assertArrayEquals(before, (short[]) imp.getStack().getPixels(1));
		assertEquals(false, imp.changes);
	}

	@Test
	public void noImageIsToldInASentence() {
		assertEquals("There is no image open; open one and draw a ROI on it first.",
			assertThrows(StableSamException.class, () -> SourceImage.of(null))
				.getMessage());
		final ImagePlus closed = new ImagePlus("gone", bytes(1));
		closed.close();
		closed.flush();
		assertEquals("The image 'gone' has no pixels; it may have been closed.",
			assertThrows(StableSamException.class, () -> SourceImage.of(closed))
				.getMessage());
	}

	/** Each plane counts from black to its number. */
	private static final class Numbers extends VirtualStack {

		private final int size;
		private boolean gone;

		Numbers(final int size) {
			super(2, 1, null, null);
			this.size = size;
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			return gone ? null : shorts(0, n);
		}

		@Override
		public int getSize() {
			return size;
		}

		@Override
		public int size() {
			return size;
		}

		@Override
		public int getBitDepth() {
			return 16;
		}

		@Override
		public String getSliceLabel(final int n) {
			return null;
		}
	}

	/** Red and green: one, the other, both. */
	private static CompositeImage composite(final int mode) {
		final ImageStack stack = new ImageStack(3, 1);
		stack.addSlice(shorts(100, 0, 100));
		stack.addSlice(shorts(0, 200, 200));
		final ImagePlus imp = new ImagePlus("a", stack);
		imp.setDimensions(2, 1, 1);
		return new CompositeImage(imp, mode);
	}

	private static void assertPixels(final ImagePlus imp, final int... argb) {
		assertArrayEquals(argb, pixels(imp, HERE));
	}

	private static int[] pixels(final ImagePlus imp,
		final PlanePosition position)
	{
		return all(SourceImage.of(imp).render(position));
	}

	private static int[] start(final ImagePlus imp) {
		final int[] all = pixels(imp, HERE);
		return new int[] { all[0], all[1], all[2] };
	}

	private static int[] all(final RandomAccessibleInterval<ARGBType> picture) {
		final int[] argb = new int[(int) Intervals.numElements(picture)];
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(picture))
			argb[i++] = pixel.get();
		return argb;
	}

	private static int grey(final int g) {
		return BLACK | g << 16 | g << 8 | g;
	}

	private static ImageProcessor bytes(final int... values) {
		final ByteProcessor ip = new ByteProcessor(values.length, 1);
		for (int i = 0; i < values.length; i++)
			ip.set(i, values[i]);
		return ip;
	}

	private static ImageProcessor shorts(final int... values) {
		final ShortProcessor ip = new ShortProcessor(values.length, 1);
		for (int i = 0; i < values.length; i++)
			ip.set(i, values[i]);
		return ip;
	}
}
