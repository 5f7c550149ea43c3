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

package sc.fiji.stablesam.ij;

import java.util.List;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.stablesam.train.EvaluationReport;
import sc.fiji.stablesam.train.RoutingWeights;
import sc.fiji.stablesam.train.Score;
import sc.fiji.stablesam.train.SetReport;

/** An evaluation as JSON text, for scripts. */
final class EvaluationJson {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
		.disableHtmlEscaping().create();
	private static final double HUNDREDTHS = 100;
	private static final double TEN_THOUSANDTHS = 10000;

	private EvaluationJson() {}

	static String of(final EvaluationReport report, final String data) {
		final JsonObject json = new JsonObject();
		json.addProperty("model", report.model());
		json.addProperty("plugin", report.plugin());
		json.addProperty("data", data);
		json.addProperty("seed", report.plan().seed());
		json.addProperty("repeats", report.plan().repeats());
		json.add("results", results(report.results()));
		final List<SetReport> sets = report.sets();
		if (sets.size() > 1) json.add("sets", sets(sets));
		if (!report.curve().isEmpty()) json.add("curve", curve(report.curve()));
		if (!report.routing().isEmpty()) json.add("routing", routing(report
			.routing()));
		return GSON.toJson(json) + "\n";
	}

	private static JsonArray results(final List<Score> scores) {
		final JsonArray results = new JsonArray();
		for (final Score score : scores) {
			final JsonObject result = new JsonObject();
			result.addProperty("prompt", score.prompt().name());
			addMeans(score, result);
			results.add(result);
		}
		return results;
	}

	private static JsonArray curve(final List<Score> scores) {
		final JsonArray points = new JsonArray();
		for (final Score score : scores) {
			final JsonObject point = new JsonObject();
			point.addProperty("noise", score.prompt().noise());
			addMeans(score, point);
			points.add(point);
		}
		return points;
	}

	private static void addMeans(final Score score, final JsonObject json) {
		json.addProperty("variant", score.variant().toString());
		json.addProperty("objects", score.objects());
		json.addProperty("miou", rounded(score.iou(), HUNDREDTHS));
		json.addProperty("mbiou", rounded(score.boundaryIou(), HUNDREDTHS));
		json.addProperty("msf", rounded(score.stability(), HUNDREDTHS));
	}

	private static JsonArray sets(final List<SetReport> sets) {
		final JsonArray array = new JsonArray();
		for (final SetReport set : sets) {
			final JsonObject json = new JsonObject();
			json.addProperty("set", set.name());
			json.add("results", results(set.results()));
			array.add(json);
		}
		return array;
	}

	private static JsonArray routing(final List<RoutingWeights> distributions) {
		final JsonArray array = new JsonArray();
		for (final RoutingWeights weights : distributions) {
			final JsonObject json = new JsonObject();
			json.addProperty("prompt", weights.prompt().name());
			json.addProperty("mean", rounded(weights.mean(), TEN_THOUSANDTHS));
			final JsonArray deciles = new JsonArray();
			for (final double decile : weights.deciles())
				deciles.add(rounded(decile, TEN_THOUSANDTHS));
			json.add("deciles", deciles);
			array.add(json);
		}
		return array;
	}

	private static double rounded(final double number, final double parts) {
		return Math.round(number * parts) / parts;
	}
}
