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

package sc.fiji.stablesam.ij.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Paths;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSource;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.SegmentationOptions;

/** Tests {@link SegmentParameters}. */
class SegmentParametersTest {

	@Test
	void takesDefaultsForWhatIsNotGiven() {
		final SegmentParameters parameters = parse("");
		assertEquals(PromptSource.ACTIVE_SELECTION, parameters.prompts());
		assertEquals(PointsMode.AUTO, parameters.points());
		assertEquals(SegmentParameters.DEFAULT_MODEL, parameters.model());
		assertEquals(DeviceChoice.AUTO, parameters.device());
		assertEquals(SegmentationOptions.defaults(), parameters.options());
		assertEquals(OutputChoice.ROI_MANAGER, parameters.output());
		assertFalse(parameters.isMeasured());
		assertFalse(parameters.isDownloadAllowed());
		assertEquals(parameters, SegmentParameters.builder().build());
	}

	@Test
	void readsEveryOption() {
		final SegmentParameters parameters = parse(
			"prompts=[roi manager] points=[all points one object] " +
				"model=[/my models/ü.safetensors] device=CPU mask=best " +
				"output=label_image measure=true download plugin=[/my plugins/ü] " +
				"stability=false");
		assertEquals(PromptSource.ROI_MANAGER, parameters.prompts());
		assertEquals(PointsMode.TOGETHER, parameters.points());
		assertEquals("/my models/ü.safetensors", parameters.model());
		assertEquals(DeviceChoice.CPU, parameters.device());
		assertEquals(SegmentationOptions.defaults().with(MaskChoice.BEST).with(
			PluginChoice.of(Paths.get("/my plugins/ü"))).withoutStability(),
			parameters.options());
		assertEquals(OutputChoice.LABEL_IMAGE, parameters.output());
		assertTrue(parameters.isMeasured());
		assertTrue(parameters.isDownloadAllowed());
	}

	@Test
	void takesTheShortNamesOfTheEnumToo() {
		assertEquals(PointsMode.EACH, parse("points=each").points());
		assertEquals(PromptSource.ROI_MANAGER, parse("prompts=roi_manager")
			.prompts());
	}

	@ParameterizedTest
	@EnumSource(OutputChoice.class)
	void writesMacroOptionsThatMeanTheSame(final OutputChoice output) {
		final SegmentParameters parameters = SegmentParameters.builder().prompts(
			"overlay").points("one object per point").model("/a b/c.pt").device("gpu")
			.precision("float16").mask("single").output(output.toString()).measured()
			.plugin("/a b/[c]").build();
		assertEquals(parameters, parse(parameters.toMacroOptions().toString()));
		final SegmentParameters unscored = parameters.toBuilder().withoutStability()
			.plugin("none").build();
		assertEquals(unscored, parse(unscored.toMacroOptions().toString()));
		assertNotEquals(parameters, unscored);
		assertEquals(parameters, parameters.toBuilder().build());
	}

	@ParameterizedTest
	@CsvSource({ "prompts=rois,prompts,'active selection, overlay, ROI Manager'",
		"points=one,points,'auto, one object per point, all points one object'",
		"device=tpu,device,'auto, cpu, gpu'",
		"precision=half,precision,'auto, float32, float16'",
		"mask=largest,mask,'auto, single, best'",
		"output=none,output,'ROI Manager, label image, both, overlay'" })
	void refusesUnknownValuesAndListsWhatExists(final String text,
		final String key, final String choices)
	{
		final String message = refusal(text);
		assertTrue(message.contains("'" + key + "'"), message);
		assertTrue(message.endsWith("choose one of " + choices + "."), message);
	}

	@Test
	void oneObjectCanBeGivenAsText() {
		final SegmentParameters parameters = SegmentParameters.of(MacroOptions
			.parse("drawn=[box:1,2,30,40 -5,6]"));
		assertEquals("box:1,2,30,40 -5,6", parameters.drawn().get().toString());
		assertEquals(parameters, SegmentParameters.of(parameters.toMacroOptions()));
		assertEquals(parameters, parameters.toBuilder().build());
		assertTrue(refusal("drawn=box").startsWith("'box' does not tell how"));
	}

	@Test
	void refusesUnknownOptionsAndListsWhatExists() {
		assertTrue(refusal("promts=overlay").startsWith("There is no option " +
			"'promts'; choose from prompts, drawn, points, model, plugin, device, " +
			"precision, mask, output, measure, stability, second_looks, download"));
	}

	@Test
	void takesEachWayToSwitchTheStabilityOff() {
		assertTrue(parse("stability").options().isStabilityScored());
		assertTrue(parse("stability=true").options().isStabilityScored());
		assertFalse(parse("stability=[false]").options().isStabilityScored());
		assertTrue(refusal("stability=no").contains("'stability'"));
		assertTrue(parse("").options().hasSecondLooks());
		assertFalse(parse("second_looks=false").options().hasSecondLooks());
		assertFalse(SegmentParameters.of(parse("second_looks=false")
			.toMacroOptions()).options().hasSecondLooks());
		assertTrue(refusal("plugin=[ ]").contains("auto, none or a file"));
	}

	@Test
	void refusesAnEmptyModel() {
		assertTrue(refusal("model=[ ]").contains("'model'"));
	}

	private static SegmentParameters parse(final String text) {
		return SegmentParameters.of(MacroOptions.parse(text));
	}

	private static String refusal(final String text) {
		return assertThrows(IllegalArgumentException.class, () -> parse(text))
			.getMessage();
	}
}
