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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * What one compiled class mentions: in signatures, generics, annotations,
 * constants and method bodies alike.
 */
final class ClassReferences {

	private final String className;
	private final SortedSet<String> mentioned;

	private ClassReferences(final String className,
		final SortedSet<String> mentioned)
	{
		this.className = className;
		this.mentioned = mentioned;
	}

	static ClassReferences read(final Path classFile) throws IOException {
		try (InputStream in = Files.newInputStream(classFile)) {
			final ClassReader reader = new ClassReader(in);
			final Collector collector = new Collector();
			// NB: a remapper is asked for the new name of whatever a class mentions.
			// It skips method bodies unless somebody receives them.
			reader.accept(new ClassRemapper(new ClassWriter(0), collector), 0);
			return new ClassReferences(dotted(reader.getClassName()),
				collector.mentioned);
		}
	}

	/** @return the full name of the class itself */
	String className() {
		return className;
	}

	/** @return the full names of all classes that it mentions, itself included */
	SortedSet<String> mentioned() {
		return mentioned;
	}

	private static String dotted(final String internalName) {
		return internalName.replace('/', '.');
	}

	private static final class Collector extends Remapper {

		private final SortedSet<String> mentioned = new TreeSet<>();

		@Override
		public String map(final String internalName) {
			mentioned.add(dotted(internalName));
			return internalName;
		}
	}
}
