package dev.rivulet.success.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InteractionTest {

    @Inject
    Interactions interactions;

    @Inject
    Tenants tenants;

    private final Caller success = Caller.fresh();

    @Test
    void shouldKnowWhenTheSponsorWasLastMet() {
        var account = success.customer(10);
        var sponsor = contact(account, "Ada Nowak");
        var other = contact(account, "Ben Weiss");
        var path = "/customers/" + account;
        meet(path, sponsor, "2025-03-01T09:30:00Z");
        meet(path, sponsor, "2025-02-01T09:30:00Z");
        meet(path, other, "2025-04-01T09:30:00Z");
        assertThat(success.json(path).path("lastSponsorContact").isNull()).isTrue();

        success.patch(path + "/care", "\"0\"", "{\"sponsorContactId\":\"" + sponsor + "\"}")
                .then()
                .statusCode(200);

        assertThat(success.json(path).path("lastSponsorContact").asText()).isEqualTo("2025-03-01T09:30:00Z");
        var met = tenants.as(
                success.tenant(),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> interactions.lastSponsorContact(List.of(account, UUID.randomUUID()))));
        assertThat(met).containsOnlyKeys(account).containsEntry(account, Instant.parse("2025-03-01T09:30:00Z"));
        assertThat(success.json(path + "/interactions?limit=2").path("items")).hasSize(2);
        assertThat(success.json(path + "/interactions").path("items")).hasSize(3);
        var told = success.json(path + "/timeline?kind=INTERACTION").at("/items/0");
        assertThat(told.path("contactId").asText()).isEqualTo(other.toString());
        assertThat(told.at("/facts/kind").asText()).isEqualTo("MEETING");
        Caller.fresh().get(path + "/interactions").then().statusCode(404);
    }

    @Test
    void shouldRefuseStrangersAndTheFuture() {
        var account = success.customer(10);
        var contact = contact(account, "Ada Nowak");
        var elsewhere = contact(success.customer(10), "Cleo");
        record(account, elsewhere, "2025-03-01T09:30:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("contact-unknown"));
        record(account, contact, "2099-03-01T09:30:00Z")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("time-in-future"));
        record(account, contact, "1999-03-01T09:30:00Z")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("time-out-of-range"));
        success.post("/customers/" + account + "/interactions", "{\"kind\":\"PARTY\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/kind"));
    }

    private void meet(String path, UUID contact, String at) {
        record(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), contact, at)
                .then()
                .statusCode(201);
    }

    private Response record(UUID account, UUID contact, String at) {
        return success.post("/customers/" + account + "/interactions", """
                {"kind":"MEETING","contactId":"%s","occurredAt":"%s","summary":"Agreed on trainings"}""".formatted(contact, at));
    }

    private UUID contact(UUID account, String name) {
        return success.contact(account, name);
    }
}
