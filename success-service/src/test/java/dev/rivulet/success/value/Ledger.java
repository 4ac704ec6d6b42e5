package dev.rivulet.success.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.Caller;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;

/** A promise of one tenant, and what happens to it. */
record Ledger(Caller success, UUID account, String id) {

    /** From 52 to 70, due 90 days after the start, to a customer of ten seats in UTC. */
    static Ledger of(Caller success, LocalDate start) {
        var account = success.customer(10, start);
        var page = success.json("/promises?accountId=" + account);
        assertThat(page.path("items")).hasSize(1);
        return new Ledger(success, account, page.at("/items/0/id").asText());
    }

    String path() {
        return "/promises/" + id;
    }

    Response get() {
        return success.get(path());
    }

    Response post(String step, String body) {
        return success.post(path() + "/" + step, get().header("ETag"), body);
    }

    Response measure(String value, String day) {
        return post("measurements", """
                {"value":"%s","measuredOn":"%s","note":"assessment"}""".formatted(value, day));
    }

    Response confirm() {
        return post("confirmations", "{\"confirmedBy\":\"Anna\"}");
    }

    Response contest(String reason) {
        return post("contests", """
                {"contestedBy":"Anna","reason":"%s"}""".formatted(reason));
    }

    Response extend(String day) {
        return post("extensions", """
                {"dueOn":"%s","agreedWith":"Anna","reason":"later assessment"}""".formatted(day));
    }
}
