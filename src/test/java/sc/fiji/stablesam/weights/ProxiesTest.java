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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Which proxy is asked for which address. */
class ProxiesTest {

	private static String proxy(final Map<String, String> environment,
		final String address)
	{
		final List<Proxy> proxies = Proxies.of(environment).select(URI.create(
			address));
		assertEquals(1, proxies.size());
		return proxies.get(0) == Proxy.NO_PROXY ? "none" : proxies.get(0).address()
			.toString().replaceAll(".*?([^/<]+)(/<unresolved>)?:", "$1:");
	}

	@Test
	void schemesHaveTheirOwn() {
		final Map<String, String> environment = Map.of("https_proxy",
			"http://web.lab:3128/", "HTTP_PROXY", "old.lab");
		assertEquals("web.lab:3128", proxy(environment, "https://a.org/x"));
		assertEquals("old.lab:80", proxy(environment, "http://a.org/x"));
		assertEquals("none", proxy(Map.of(), "https://a.org/x"));
	}

	@Test
	void exemptHostsAreAskedDirectly() {
		final Map<String, String> environment = Map.of("https_proxy",
			"http://web.lab:3128", "no_proxy", "localhost, .intern.lab,b.org");
		assertEquals("none", proxy(environment, "https://localhost/x"));
		assertEquals("none", proxy(environment, "https://data.Intern.lab/x"));
		assertEquals("none", proxy(environment, "https://www.b.org/x"));
		assertEquals("web.lab:3128", proxy(environment, "https://bb.org/x"));
		assertEquals("none", proxy(Map.of("https_proxy", "http://web.lab:3128",
			"NO_PROXY", "*"), "https://a.org/x"));
	}

	@Test
	void whatIsNoAddressIsNoProxy() {
		assertEquals("none", proxy(Map.of("https_proxy", "::: ?"),
			"https://a.org/x"));
		assertEquals("none", proxy(Map.of("https_proxy", ""), "https://a.org/x"));
	}
}
