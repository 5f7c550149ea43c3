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
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that a program is to use: those that Java is told of by its
 * properties, as ImageJ's own dialog sets them, and where it is told of none,
 * those of the environment, as clusters set them. Immutable.
 */
final class Proxies extends ProxySelector {

	private static final int DEFAULT_PORT = 80;

	private final Map<String, String> environment;

	private Proxies(final Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
	}

	/** @param environment of the program */
	static ProxySelector of(final Map<String, String> environment) {
		return new Proxies(environment);
	}

	@Override
	public List<Proxy> select(final URI address) {
		final ProxySelector java = ProxySelector.getDefault();
		final List<Proxy> told = java == null ? List.of() : java.select(address);
		if (told.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT))
			return told;
		return List.of(inEnvironment(address).orElse(Proxy.NO_PROXY));
	}

	private Optional<Proxy> inEnvironment(final URI address) {
		if (isExempt(address.getHost())) return Optional.empty();
		return variable(address.getScheme() + "_proxy").flatMap(Proxies::parse);
	}

	private boolean isExempt(final String host) {
		for (final String entry : variable("no_proxy").orElse("").split(",")) {
			final String name = entry.trim().replaceFirst("^\\*?\\.", "");
			if (!name.isEmpty() && (name.equals("*") || host.equalsIgnoreCase(name) ||
				host.toLowerCase(Locale.ROOT).endsWith("." + name.toLowerCase(
					Locale.ROOT)))) return true;
		}
		return false;
	}

	/** @return of that name in lower or, more rarely, in upper case */
	private Optional<String> variable(final String name) {
		final String lower = environment.get(name);
		return Optional.ofNullable(lower != null ? lower : environment.get(name
			.toUpperCase(Locale.ROOT))).filter(value -> !value.isEmpty());
	}

	private static Optional<Proxy> parse(final String value) {
		try {
			final URI proxy = URI.create(value.contains("://") ? value : "http://" +
				value);
			return Optional.ofNullable(proxy.getHost()).map(host -> new Proxy(
				Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, proxy
					.getPort() < 0 ? DEFAULT_PORT : proxy.getPort())));
		}
		catch (final IllegalArgumentException exc) {
			return Optional.empty();
		}
	}

	@Override
	public void connectFailed(final URI address, final SocketAddress proxy,
		final IOException reason)
	{
		final ProxySelector java = ProxySelector.getDefault();
		if (java != null) java.connectFailed(address, proxy, reason);
	}
}
