package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the services say about the demo tenant. */
final class Summary {

    private Summary() {}

    static String read(Api api) {
        var catalog = api.as("ops", "catalog");
        var subscription = api.as("ops", "subscription");
        var success = api.as("ops", "success");
        List<JsonNode> invoices = subscription.list("/invoices");
        List<JsonNode> promises = success.list("/promises");
        List<JsonNode> tasks = success.list("/tasks?status=OPEN");
        JsonNode nps = success.get("/metrics/nps");
        return """

                The demo tenant: %d accounts, %d subscriptions, %d invoices (%d paid, %d in part),
                %d promises (%d confirmed, %d partly, %d not achieved), NPS %s of %s answers, %d tasks open;
                %d value propositions show evidence.

                Look first at (with a token of ./deploy/token ops demo):
                  GET /tasks?status=OPEN        of success-service: customers that need somebody
                  GET /customers                and /customers/{id}/score: why the score is what it is
                  GET /metrics/mrr?asOf=%s of subscription-service
                  GET /value-propositions       of catalog-service, and {id}: evidence from confirmed promises
                """.formatted(
                        subscription.list("/accounts").size(),
                        subscription.list("/subscriptions").size(),
                        invoices.size(),
                        count(invoices, "PAID"),
                        count(invoices, "PARTIALLY_PAID"),
                        promises.size(),
                        count(promises, "CONFIRMED"),
                        count(promises, "PARTLY"),
                        count(promises, "NOT_ACHIEVED"),
                        nps.path("nps").asText(),
                        nps.path("n").asText(),
                        tasks.size(),
                        withEvidence(catalog),
                        Timeline.LAST_DAY);
    }

    private static long count(List<JsonNode> things, String status) {
        return things.stream()
                .filter(thing -> thing.path("status").asText().equals(status))
                .count();
    }

    private static long withEvidence(Api.Caller catalog) {
        return catalog.list("/value-propositions").stream()
                .filter(proposition ->
                        CatalogueStage.evidence(catalog, proposition.path("id").asText()) > 0)
                .count();
    }
}
