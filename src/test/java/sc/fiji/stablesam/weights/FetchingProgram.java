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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Another Java program, which fetches a model of a megabyte into a folder. It
 * writes its tasks and what came out to standard output.
 */
final class FetchingProgram {

	static final String DONE = "DONE";

	private static final Map<String, long[]> SHAPES = Map.of("x", new long[] {
		1 << 18 });

	private FetchingProgram() {}

	/**
	 * Starts it.
	 *
	 * @param limits shell commands to be run first, such as {@code ulimit}
	 * @param folder for the model
	 */
	static Process start(final String limits, final Path folder)
		throws IOException
	{
		final String java = Paths.get(System.getProperty("java.home"), "bin",
			"java").toString();
		final String script = limits + "; exec \"$0\" \"$@\"";
		return new ProcessBuilder("sh", "-c", script, java, "-XX:-UsePerfData",
			"-Xmx64m", "-cp", classPath(), FetchingProgram.class.getName(), folder
				.toString()).redirectErrorStream(true).start();
	}

	/** NB: Surefire's own class path is one jar that only names the others. */
	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty(
			"java.class.path"));
	}

	public static void main(final String[] arguments) {
		final CatalogModel model = new CatalogModel("big", "Big", "CC0-1.0",
			TinyModel.TENSORS, List.of(new Source()));
		final Progress printing = new Progress() {

			@Override
			public void report(final String task, final double fraction) {
				System.out.println(task);
			}

			@Override
			public boolean isCancelled() {
				return false;
			}
		};
		try {
			ModelStore.of(Paths.get(arguments[0]), ModelCatalog.of(model)).fetch(
				"big", printing);
			System.out.println(DONE);
		}
		catch (final StableSamException e) {
			System.out.println(e.getMessage());
		}
	}

	private static final class Source implements ModelSource {

		@Override
		public String describe() {
			return "nothing but zeros";
		}

		@Override
		public long bytesNeeded() {
			return 0;
		}

		@Override
		public Path fetch(final Path folder, final Path unfinished,
			final Progress progress)
		{
			final Path file = folder.resolve("big");
			try (SafetensorsWriter writer = SafetensorsWriter.create(file, Map.of(),
				SHAPES))
			{
				writer.write("x", ByteBuffer.allocate(Float.BYTES << 18));
				writer.commit(progress);
			}
			return file;
		}
	}
}
