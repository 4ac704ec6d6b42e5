package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts products, segments, approved propositions and published plans into the catalogue. */
final class CatalogueStage {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Api.Caller catalog;
    private final Api.Caller subscription;

    CatalogueStage(Api api) {
        catalog = api.as("admin", "catalog");
        subscription = api.as("sales", "subscription");
    }

    /** The ids given by the services, by our keys. */
    record Ids(Map<String, String> propositions, Map<String, String> plans) {

        String proposition(String key) {
            return Objects.requireNonNull(propositions.get(key), key);
        }

        String plan(String key) {
            return Objects.requireNonNull(plans.get(key), key);
        }
    }

    Ids load(Catalogue catalogue) {
        var products = create("/products", catalogue.products(), Map.of(), Map.of());
        products.values()
                .forEach(id -> catalog.transition("/products/" + id, "activations", Api.hasStatus("ACTIVE"), null));
        var segments = create("/segments", catalogue.segments(), Map.of(), Map.of());
        var propositions = create("/value-propositions", catalogue.propositions(), products, segments);
        propositions.values().forEach(this::approve);
        var plans = create("/plans", catalogue.plans(), products, Map.of());
        plans.values()
                .forEach(id -> catalog.transition("/plans/" + id, "publications", Api.hasStatus("PUBLISHED"), null));
        return new Ids(propositions, plans);
    }

    private void approve(String proposition) {
        String path = "/value-propositions/" + proposition;
        catalog.transition(path, "reviews", Api.hasStatus("REVIEW", "APPROVED"), null);
        catalog.transition(path, "approvals", Api.hasStatus("APPROVED"), null);
    }

    private Map<String, String> create(
            String path, List<JsonNode> things, Map<String, String> products, Map<String, String> segments) {
        var ids = new HashMap<String, String>();
        for (JsonNode thing : things) {
            ObjectNode body = Catalogue.body(thing);
            refer(body, "productId", products.get(thing.path(Catalogue.PRODUCT).asText()));
            refer(body, "segmentId", segments.get(thing.path(Catalogue.SEGMENT).asText()));
            String key = Catalogue.key(thing);
            ids.put(
                    key,
                    catalog.create(path, "demo" + path + "/" + key, body)
                            .path("id")
                            .asText());
        }
        return ids;
    }

    private static void refer(ObjectNode body, String property, @Nullable String id) {
        if (id != null) {
            body.put(property, id);
        }
    }

    /** The catalogue's facts reach the subscription service by Kafka. */
    void awaitOffers(Catalogue catalogue, Ids ids) {
        Work.await(
                "the plans and propositions to be known to subscription-service",
                PATIENCE,
                () -> ids.plans().entrySet().stream()
                        .allMatch(plan -> isOffered(plan.getValue(), catalogue.promisesOf(plan.getKey()))));
    }

    private boolean isOffered(String planId, int promises) {
        Api.Answer offer = subscription.find("/offers/" + planId);
        return offer.isGood() && offer.body().path("propositions").size() >= promises;
    }

    /** What customers have settled comes back to the propositions by Kafka. */
    void awaitEvidence(Ids ids, int settled) {
        Work.await("the evidence to be known to catalog-service", PATIENCE, () -> {
            int known = 0;
            for (String id : ids.propositions().values()) {
                known += evidence(catalog, id);
            }
            return known >= settled;
        });
    }

    /** How many customers have settled the promise of a proposition. */
    static int evidence(Api.Caller catalog, String proposition) {
        JsonNode evidence = catalog.get("/value-propositions/" + proposition).path("evidence");
        return evidence.path("confirmed").asInt()
                + evidence.path("partly").asInt()
                + evidence.path("notAchieved").asInt();
    }
}
