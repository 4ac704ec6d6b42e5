package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.subscription.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A plan as a case writes it, published with its prices. */
final class RestCasePlan {

    private RestCasePlan() {}

    static UUID publish(Catalog catalog, JsonNode json) {
        var components = json.path("components");
        var isPerUnit = json.path("per_unit").asBoolean();
        var listed = json.get("price").isNull() || isPerUnit
                ? "0.00"
                : components.isEmpty()
                        ? json.get("price").asText()
                        : components.get(0).asText();
        var plan = catalog.plan(listed, state(catalog, json));
        for (var i = 1; i < components.size(); i++) {
            var terms = Map.of("model", "FLAT", "amount", components.get(i).asText());
            catalog.price(plan, "c" + i, terms, Map.of());
        }
        if (isPerUnit) {
            var terms = Map.of("model", "PER_UNIT", "amount", json.get("price").asText());
            catalog.price(plan, "seat", terms, Map.of());
        }
        if (json.has("model") || json.has("charge_minimum")) {
            var more = json.has("charge_minimum")
                    ? Map.of("minimumCharge", json.get("charge_minimum").asText())
                    : Map.<String, Object>of();
            catalog.price(plan, "usage", usage(json), more);
        }
        return plan;
    }

    private static Map<String, Object> state(Catalog catalog, JsonNode json) {
        var state = new HashMap<String, Object>();
        state.put(
                "period",
                switch (json.get("period").asText()) {
                    case "DAILY" -> "DAY";
                    case "WEEKLY" -> "WEEK";
                    case "MONTHLY" -> "MONTH";
                    case "QUARTERLY" -> "QUARTER";
                    case "SEMIANNUAL" -> "HALF_YEAR";
                    default -> "YEAR";
                });
        state.put("billing", json.get("mode").asText());
        state.put("trialDays", json.path("trial_days").asInt(0));
        var phases = new ArrayList<Map<String, Object>>();
        for (var phase : json.path("phases")) {
            switch (phase.get("type").asText()) {
                case "TRIAL" -> state.put("trialDays", phase.get("days").asInt());
                case "DISCOUNT" ->
                    phases.add(Map.of(
                            "months", phase.get("months").asInt(),
                            "price", catalog.money(phase.get("price").asText())));
                default -> {}
            }
        }
        state.put("phases", phases);
        if (json.has("minimum_commitment")) {
            state.put(
                    "minimumCommitment",
                    catalog.money(json.get("minimum_commitment").asText()));
        }
        return state;
    }

    /** A unit for one, unless the case says otherwise. */
    static Map<String, Object> usage(JsonNode json) {
        var terms = new HashMap<String, Object>(Map.of("model", "USAGE", "metric", RestCase.METRIC));
        switch (json.path("model").asText("UNIT")) {
            case "UNIT" ->
                terms.putAll(Map.of(
                        "rating", "PER_UNIT", "amount", json.path("unit_price").asText("1.00")));
            case "PACKAGE" ->
                terms.putAll(Map.of(
                        "rating", "PACKAGE",
                        "packageSize", json.get("package_size").asText(),
                        "amount", json.get("price_per_package").asText()));
            case "GRADUATED", "VOLUME" ->
                terms.putAll(Map.of(
                        "rating",
                        json.get("model").asText(),
                        "tiers",
                        json.get("tiers").valueStream().map(RestCasePlan::tier).toList()));
            default -> throw new IllegalArgumentException(json.toString());
        }
        return terms;
    }

    private static Map<String, Object> tier(JsonNode json) {
        var tier = new HashMap<String, Object>();
        tier.put("unitPrice", json.get("unit_price").asText());
        tier.put("flatFee", json.get("flat_fee").asText());
        if (json.has("up_to")) {
            tier.put("upTo", json.get("up_to").asText());
        }
        return tier;
    }
}
