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

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public type says its duty in Javadoc. */
public class JavadocTest {

	@Test
	public void publicTypesAreDocumented() throws IOException {
		final List<Path> sources = javaFiles(Paths.get("src", "main", "java"));
		assertFalse(sources.isEmpty());
		assertEquals(Collections.emptyList(), undocumented(sources));
	}

	@Test
	public void undocumentedTypesAreFound(@TempDir final Path folder)
		throws IOException
	{
		final Path source = folder.resolve("Outer.java");
		Files.write(source, Arrays.asList("public class Outer {",
			"  /** Said. */ public enum Documented { A }",
			"  public interface Bare {}", "  class Hidden {}",
			"  /** @author only a tag */ public static class Tag {}", "}"));
		assertEquals(Arrays.asList("Outer", "Bare", "Tag"), undocumented(Collections
			.singletonList(source)));
	}

	private static List<Path> javaFiles(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(f -> f.toString().endsWith(".java")).sorted().collect(
				Collectors.toList());
		}
	}

	private static List<String> undocumented(final List<Path> sources)
		throws IOException
	{
		final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null,
			null, null))
		{
			final JavacTask task = (JavacTask) compiler.getTask(null, files, null,
				Collections.singletonList("-proc:none"), null, files
					.getJavaFileObjectsFromPaths(sources));
			final Scanner scanner = new Scanner(DocTrees.instance(task));
			for (final CompilationUnitTree unit : task.parse())
				scanner.scan(unit, null);
			return scanner.undocumented;
		}
	}

	private static final class Scanner extends TreePathScanner<Void, Void> {

		private final List<String> undocumented = new ArrayList<>();
		private final DocTrees trees;

		private Scanner(final DocTrees trees) {
			this.trees = trees;
		}

		@Override
		public Void visitClass(final ClassTree type, final Void none) {
			final boolean isPublic = type.getModifiers().getFlags().contains(
				Modifier.PUBLIC);
			if (isPublic && !isDocumented()) undocumented.add(type.getSimpleName()
				.toString());
			return super.visitClass(type, none);
		}

		private boolean isDocumented() {
			final String comment = trees.getDocComment(getCurrentPath());
			return comment != null && !comment.trim().isEmpty() && !comment.trim()
				.startsWith("@");
		}
	}
}
