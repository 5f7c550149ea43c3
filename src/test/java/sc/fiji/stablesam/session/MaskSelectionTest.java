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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Proposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

public class MaskSelectionTest {

	private static final Prompt BOX = Prompt.of(Box.of(0, 0, 1, 1));
	private static final Prompt CLICK = Prompt.of(Click.foreground(0, 0));
	private static final MaskHint HINT = MaskHint.logits(new float[] { 1 });

	@Test
	public void bestIsTheMultimaskOutputOfHighestIou() {
		assertEquals(2, choose(MaskChoice.BEST, stable(0.99f, 0.1f, 0.3f, 0.2f)));
		assertEquals(1, choose(MaskChoice.BEST, stable(0.99f, 0.3f, 0.1f, 0.2f)));
		assertEquals(3, choose(MaskChoice.BEST, stable(0.99f, 0.1f, 0.2f, 0.3f)));
	}

	@Test
	public void firstOfEquallyGoodOnesIsTaken() {
		assertEquals(1, choose(MaskChoice.BEST, stable(0.99f, 0.5f, 0.5f, 0.5f)));
	}

	@Test
	public void stableSingleOutputIsTakenWhateverItsIou() {
		assertEquals(0, choose(MaskChoice.SINGLE, stable(0.01f, 0.9f, 0.9f, 0.9f)));
	}

	@Test
	public void unstableSingleOutputGivesWayToTheBest() {
		assertEquals(3, choose(MaskChoice.SINGLE, unstable(0.99f, 0.1f, 0.2f,
			0.3f)));
	}

	@Test
	public void unstableSingleOutputOfSamStays() {
		final float[][] logits = logits();
		Arrays.fill(logits[0], 0, 98, 3);
		assertEquals(0, choose(MaskChoice.SINGLE, Proposals.ofSam(logits, 0.1f,
			0.2f, 0.3f, 0.9f)));
		assertEquals(3, choose(MaskChoice.SINGLE, Proposals.of(logits, 0.1f, 0.2f,
			0.3f, 0.9f)));
	}

	@Test
	public void limitOfStabilityCountsAsStable() {
		assertEquals(0, choose(MaskChoice.SINGLE, withUnsure(2, 0.5f, 0.9f, 0.9f,
			0.9f)));
		assertEquals(1, choose(MaskChoice.SINGLE, withUnsure(3, 0.5f, 0.9f, 0.9f,
			0.9f)));
	}

	@Test
	public void emptySingleOutputIsStable() {
		final float[][] logits = logits();
		Arrays.fill(logits[0], -3);
		assertEquals(0, choose(MaskChoice.SINGLE, Proposals.of(logits, 0.5f, 0.9f,
			0.9f, 0.9f)));
	}

	@Test
	public void autoTakesTheSingleOutputForBoxes() {
		final MaskProposals stable = stable(0.5f, 0.6f, 0.9f, 0.7f);
		assertEquals(0, automatic(stable, BOX));
		assertEquals(0, automatic(stable, BOX.with(Click.background(0, 0)).with(
			HINT)));
		assertEquals(2, automatic(unstable(0.5f, 0.6f, 0.9f, 0.7f), BOX));
	}

	@Test
	public void autoTakesTheMiddleOutputForClicks() {
		final MaskProposals stable = stable(0.5f, 0.9f, 0.6f, 0.7f);
		assertEquals(2, automatic(stable, CLICK));
	}

	/** NB: As SAM does with what is refined. */
	@Test
	public void autoTakesTheSingleOutputWithAMaskUnlessAPluginDecoded() {
		final MaskProposals stable = stable(0.5f, 0.9f, 0.6f, 0.7f);
		assertEquals(0, automatic(stable, CLICK.with(HINT)));
		assertEquals(0, automatic(stable, Prompt.empty().with(HINT)));
		assertEquals(2, automatic(Proposals.ofPlugin(stable, 2), CLICK.with(HINT)));
		assertEquals(1, automatic(unstable(0.5f, 0.9f, 0.6f, 0.7f), CLICK.with(
			HINT)));
	}

	@Test
	public void autoTakesTheBestOutputOfClicksIfItIsLarge() {
		final float[][] logits = logits();
		final int limit = logits[1].length / 10;
		for (final float[] output : logits)
			Arrays.fill(output, -3);
		Arrays.fill(logits[1], 0, limit, 3);
		final MaskProposals small = Proposals.of(logits, 0.5f, 0.9f, 0.6f, 0.7f);
		assertEquals(2, automatic(small, CLICK));
		logits[1][limit] = 3;
		final MaskProposals large = Proposals.of(logits, 0.5f, 0.9f, 0.6f, 0.7f);
		assertEquals(1, automatic(large, CLICK));
		assertEquals(1, automatic(Proposals.ofPlugin(large, 2), CLICK));
		assertEquals(2, automatic(Proposals.ofPlugin(large, 2), BOX));
		assertEquals(2, automatic(Proposals.of(logits, 0.5f, 0.6f, 0.9f, 0.7f),
			CLICK));
	}

	@ParameterizedTest
	@CsvSource({ "9000,1000,1", "8999,1001,2" })
	public void aLargeMaskThatIsUnstableIsNoObjectForAPlugin(final int sure,
		final int unsure, final int expected)
	{
		final float[][] logits = logits();
		for (final float[] output : logits)
			Arrays.fill(output, -3);
		Arrays.fill(logits[1], 0, sure, 1.1f);
		Arrays.fill(logits[1], sure, sure + unsure, 0.9f);
		final MaskProposals large = Proposals.of(logits, 0.5f, 0.9f, 0.6f, 0.7f);
		assertEquals(expected, automatic(Proposals.ofPlugin(large, 2), CLICK));
		assertEquals(1, automatic(large, CLICK));
	}

	@Test
	public void whatIsLargeInAPartOnlyIsNotLarge() {
		final float[][] logits = logits();
		Arrays.fill(logits[1], 3);
		final MaskProposals all = Proposals.of(logits, 0.5f, 0.9f, 0.6f, 0.7f);
		final MaskSelection selection = MaskSelection.of(MaskChoice.AUTO);
		assertEquals(1, selection.showing(0.11).choose(all, 0, CLICK));
		assertEquals(2, selection.showing(0.1).choose(all, 0, CLICK));
	}

	@Test
	public void autoTakesTheOutputThatAPluginIsFor() {
		final MaskProposals stable = Proposals.ofPlugin(stable(0.5f, 0.6f, 0.9f,
			0.7f), 3);
		assertEquals(3, automatic(stable, BOX));
		assertEquals(3, automatic(stable, CLICK));
		assertEquals(2, choose(MaskChoice.BEST, stable));
	}

	private static int choose(final MaskChoice choice,
		final MaskProposals proposals)
	{
		return MaskSelection.of(choice).choose(proposals, 0, BOX);
	}

	private static int automatic(final MaskProposals proposals,
		final Prompt prompt)
	{
		return MaskSelection.of(MaskChoice.AUTO).choose(proposals, 0, prompt);
	}

	private static MaskProposals stable(final float... ious) {
		return withUnsure(0, ious);
	}

	private static MaskProposals unstable(final float... ious) {
		return withUnsure(50, ious);
	}

	/** The single output has 98 sure pixels and some of logit 0. */
	private static MaskProposals withUnsure(final int unsure,
		final float... ious)
	{
		final float[][] logits = logits();
		Arrays.fill(logits[0], -3);
		Arrays.fill(logits[0], 0, 98, 3);
		Arrays.fill(logits[0], 98, 98 + unsure, 0);
		return Proposals.of(logits, ious);
	}

	/** All outputs wholly unsure. */
	private static float[][] logits() {
		return new float[MaskProposals.OUTPUTS][MaskProposals.SIDE *
			MaskProposals.SIDE];
	}
}
