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

package sc.fiji.stablesam.train;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

import sc.fiji.stablesam.StableSamException;

/** A program of its own that trains, to be killed or kept short of room. */
final class TrainingProgram {

	static final String DONE = "done";

	private TrainingProgram() {}

	/**
	 * @param first shell command to run before
	 * @param folder as in {@link GoldenTraining}
	 */
	static Process start(final String first, final Path folder)
		throws IOException
	{
		final String java = Paths.get(System.getProperty("java.home"), "bin",
			"java").toString();
		return new ProcessBuilder("sh", "-c", first + " && exec \"$0\" \"$@\"",
			java, "-Xmx1g", "-Dai.djl.offline=true", "-cp", System.getProperty(
				"java.class.path"), TrainingProgram.class.getName(), folder.toString())
			.redirectError(ProcessBuilder.Redirect.to(new File(folder.toFile(),
				"errors"))).start();
	}

	/** Prints each step's loss as it is stored, or what went wrong. */
	public static void main(final String[] args) throws IOException {
		try (GoldenTraining training = new GoldenTraining(Paths.get(args[0]))) {
			training.train(GoldenTraining.OPTIONS, GoldenTraining.sets(),
				new GoldenTraining.Losses()
				{

					@Override
					public void learnt(final int step, final double loss) {
						System.out.println(line(step, loss));
					}
				});
			System.out.println(DONE);
		}
		catch (final StableSamException exc) {
			System.out.println(exc.getMessage());
		}
	}

	static String line(final int step, final double loss) {
		return step + " " + Double.toHexString(loss);
	}
}
