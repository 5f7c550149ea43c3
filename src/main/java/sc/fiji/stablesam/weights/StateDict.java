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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;

/**
 * Finds the weights in what a checkpoint holds: the dictionary itself, or the
 * one under {@code model}, {@code model_state} or {@code state_dict} in it.
 * What stands beside such an entry (optimizer, epoch, another network's
 * decoder) is the training's and not looked at. A prefix that all names share
 * because the network was wrapped in another goes.
 */
final class StateDict {

	private static final List<String> PLACES = List.of("model", "model_state",
		"state_dict");
	private static final List<String> WRAPPERS = List.of("module.", "sam.");

	private StateDict() {}

	/**
	 * @param root the value of a checkpoint's pickle
	 * @return the tensors by name, in order; nothing if there are none
	 * @throws StableSamException if there is something else among them
	 */
	static Optional<Map<String, TorchTensor>> find(final Object root,
		final WeightFile file)
	{
		if (!(root instanceof Map)) return Optional.empty();
		final Map<?, ?> whole = (Map<?, ?>) root;
		final Map<?, ?> dictionary = PLACES.stream().map(whole::get).filter(
			StateDict::hasTensors).<Map<?, ?>> map(Map.class::cast).findFirst()
			.orElse(whole);
		if (!hasTensors(dictionary)) return Optional.empty();
		return Optional.of(unwrapped(tensors(dictionary, file)));
	}

	private static boolean hasTensors(final Object value) {
		return value instanceof Map && ((Map<?, ?>) value).values().stream()
			.anyMatch(TorchTensor.class::isInstance);
	}

	private static Map<String, TorchTensor> tensors(final Map<?, ?> dictionary,
		final WeightFile file)
	{
		final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
		dictionary.forEach((name, value) -> {
			if (!(value instanceof TorchTensor)) throw new StableSamException(
				"The weight file " + file.path() +
					" has something else than a tensor (" + Quote.of((String) name) +
					") among its weights: save the bare weights with torch.save(model.state_dict(), ...) and give that file.");
			tensors.put((String) name, (TorchTensor) value);
		});
		return tensors;
	}

	private static Map<String, TorchTensor> unwrapped(
		final Map<String, TorchTensor> tensors)
	{
		for (final String wrapper : WRAPPERS)
			if (tensors.keySet().stream().allMatch(name -> name.startsWith(wrapper)))
				return unwrapped(without(wrapper, tensors));
		return tensors;
	}

	private static Map<String, TorchTensor> without(final String prefix,
		final Map<String, TorchTensor> tensors)
	{
		return tensors.entrySet().stream().collect(Collectors.toMap(e -> e.getKey()
			.substring(prefix.length()), Map.Entry::getValue, (a, b) -> a,
			LinkedHashMap::new));
	}
}
