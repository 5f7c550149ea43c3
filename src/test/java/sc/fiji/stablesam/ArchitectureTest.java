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

package sc.fiji.stablesam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the packages' dependencies pointing one way, by the bytecode. */
public class ArchitectureTest {

	@Test
	public void dependenciesPointDown() throws Exception {
		final Path classes = mainClasses();
		assertTrue(count(classes) > 10, "Nothing was compiled to " + classes);
		assertEquals(Collections.emptyList(), complaints(classes));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"prompt | private sc.fiji.stablesam.mask.Mask mask;",
		"mask | Object f() { return sc.fiji.stablesam.prompt.Prompt.empty(); }",
		"mask | java.util.List<sc.fiji.stablesam.prompt.Prompt> prompts;",
		"image | void f() { Object b = new java.awt.Point(); }",
		"image | Class<?> c = sc.fiji.stablesam.session.MaskChoice.class;",
		"model | Object f() { return new ij.gui.Roi(0, 0, 1, 1); }",
		"weights | void f(sc.fiji.stablesam.session.DeviceChoice c) {}",
		"model | java.util.List<sc.fiji.stablesam.train.AnnotatedSet> sets;",
		"train | sc.fiji.stablesam.session.MaskChoice m;",
		"train | void f() { Object b = new java.awt.Point(); }",
		"session | void f() throws java.awt.AWTException {}",
		"ij | @picocli.CommandLine.Option(names = \"a\") int a;",
		"ij | ai.djl.ndarray.NDArray a;", "ij | org.scijava.Context c;",
		"command | ai.djl.Device d;",
		"ui | @picocli.CommandLine.Option(names = \"a\") int a;",
		"cli | ij.ImagePlus i;", "cli | org.scijava.Context c;",
		"cli | java.util.function.Supplier<Object> s = java.awt.Point::new;",
		"elsewhere | int a;" })
	public void wrongEdgeIsFound(final String place, final String member,
		@TempDir final Path folder) throws Exception
	{
		final List<String> complaints = complaints(compiled(folder, place, member));
		assertFalse(complaints.isEmpty(), place + ": " + member);
		assertTrue(complaints.get(0).startsWith(PackageRules.ROOT + "." + place +
			".Sample "), complaints.get(0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"prompt | sc.fiji.stablesam.StableSamException e;",
		"train | sc.fiji.stablesam.model.Sam m;", "train | ai.djl.Device d;",
		"session | sc.fiji.stablesam.train.AnnotatedSet s;",
		"session | sc.fiji.stablesam.mask.Mask m;", "session | ai.djl.Device d;",
		"ij | ij.ImagePlus i;", "ij | sc.fiji.stablesam.session.MaskChoice m;",
		"command | org.scijava.Context c;", "ui | java.awt.Point p;",
		"cli | @picocli.CommandLine.Option(names = \"a\") int a;",
		"cli | sc.fiji.stablesam.session.MaskChoice m;" })
	public void rightEdgeIsLeftAlone(final String place, final String member,
		@TempDir final Path folder) throws Exception
	{
		assertEquals(Collections.emptyList(), complaints(compiled(folder, place,
			member)));
	}

	private static Path mainClasses() throws URISyntaxException {
		return Paths.get(StableSamException.class.getProtectionDomain()
			.getCodeSource().getLocation().toURI());
	}

	private static long count(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(f -> f.toString().endsWith(".class")).count();
		}
	}

	private static List<String> complaints(final Path folder) throws IOException {
		final List<Path> classFiles;
		try (Stream<Path> files = Files.walk(folder)) {
			classFiles = files.filter(f -> f.toString().endsWith(".class")).sorted()
				.collect(Collectors.toList());
		}
		final List<String> complaints = new ArrayList<>();
		for (final Path classFile : classFiles) {
			final ClassReferences references = ClassReferences.read(classFile);
			for (final String to : references.mentioned())
				PackageRules.complaint(references.className(), to).ifPresent(
					complaints::add);
		}
		return complaints;
	}

	private static Path compiled(final Path folder, final String place,
		final String member) throws IOException
	{
		final Path source = folder.resolve("Sample.java");
		Files.write(source, Collections.singletonList("package " +
			PackageRules.ROOT + "." + place + "; class Sample { " + member + " }"));
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		final Path classes = Files.createDirectory(folder.resolve("classes"));
		assertEquals(0, compiler.run(null, null, null, "-proc:none", "-cp", System
			.getProperty("java.class.path"), "-d", classes.toString(), source
				.toString()));
		return classes;
	}
}
