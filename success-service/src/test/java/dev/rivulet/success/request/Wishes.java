package dev.rivulet.success.request;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import java.util.UUID;

/** What customers of a caller's tenant wish for, and the requests made of it. */
public record Wishes(Caller caller) {

    public static final UUID PRODUCT = Producer.named("product");

    /** A customer that pays 49.00 a month. */
    public UUID customer(String currency) {
        var account = UUID.randomUUID();
        var producer = caller.producer();
        producer.send(
                producer.account(account, 0, "Acme", "UTC"),
                producer.holding(
                        UUID.randomUUID(), account, PRODUCT, Caller.today().minusDays(100), null, currency));
        caller.eventually("/customers/" + account, customer -> {
            if (!customer.at("/mrr/amount").asText().equals("49.00")
                    || !customer.path("name").asText().equals("Acme")) {
                throw new AssertionError(customer.toString());
            }
        });
        return account;
    }

    public String wish(UUID account) {
        return word(account, "WISH", PRODUCT);
    }

    public String word(UUID account, String kind, UUID product) {
        return caller.post("/feedback", """
                {"accountId":"%s","kind":"%s","text":"Certificates","productId":"%s","feature":"certificates"}""".formatted(account, kind, product))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String request(String feedback, String title) {
        return caller.post("/requests", """
                {"feedbackId":"%s","title":"%s"}""".formatted(feedback, title))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of the merge. */
    public String merge(String request, String order) {
        return caller.post("/requests/" + request + "/merges", etag(request), order)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public void mergeWishes(String request, String... feedback) {
        merge(request, "{\"feedbackIds\":[\"" + String.join("\",\"", feedback) + "\"]}");
    }

    public void undo(String request, String merge) {
        caller.http()
                .header("If-Match", etag(request))
                .delete("/requests/" + request + "/merges/" + merge)
                .then()
                .statusCode(200);
    }

    public String etag(String request) {
        return caller.get("/requests/" + request)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
