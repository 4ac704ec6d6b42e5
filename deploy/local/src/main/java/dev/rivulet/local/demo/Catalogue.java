package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the demo tenant sells: the bodies of the requests, kept as data. Keys that begin with "_" are ours. */
record Catalogue(List<JsonNode> products, List<JsonNode> segments, List<JsonNode> propositions, List<JsonNode> plans) {

    /** Our name of a thing, or of the thing it refers to. */
    static final String KEY = "_key";

    static final String PRODUCT = "_product";
    static final String SEGMENT = "_segment";
    static final String METRIC = "_usageMetric";

    private static final Set<String> OURS = Set.of(KEY, PRODUCT, SEGMENT, METRIC);

    static Catalogue read() {
        try (var resource = Objects.requireNonNull(Catalogue.class.getResourceAsStream("catalogue.json"))) {
            JsonNode all = Api.JSON.readTree(resource);
            return new Catalogue(
                    list(all, "products"), list(all, "segments"), list(all, "propositions"), list(all, "plans"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode all, String name) {
        return StreamSupport.stream(all.path(name).spliterator(), false).toList();
    }

    /** The body of the request that creates the thing. */
    static ObjectNode body(JsonNode thing) {
        return ((ObjectNode) thing.deepCopy()).without(OURS);
    }

    static String key(JsonNode thing) {
        return thing.path(KEY).asText();
    }

    /** Our keys of the plans sold in this currency. */
    List<String> plansIn(String currency) {
        return plans.stream()
                .filter(plan -> plan.path("price").path("currency").asText().equals(currency))
                .map(Catalogue::key)
                .toList();
    }

    String productOf(String plan) {
        return named(plans, plan).path(PRODUCT).asText();
    }

    List<String> propositionsOf(String product) {
        return propositions.stream()
                .filter(proposition -> proposition.path(PRODUCT).asText().equals(product))
                .map(Catalogue::key)
                .toList();
    }

    /** How many propositions a plan may be sold with. */
    int promisesOf(String plan) {
        return propositionsOf(productOf(plan)).size();
    }

    String usageMetric(String product) {
        return named(products, product).path(METRIC).asText();
    }

    private static JsonNode named(List<JsonNode> things, String key) {
        return things.stream()
                .filter(thing -> key(thing).equals(key))
                .findFirst()
                .orElseThrow();
    }
}
