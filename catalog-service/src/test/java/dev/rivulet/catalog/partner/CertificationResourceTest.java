package dev.rivulet.catalog.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class CertificationResourceTest {

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);

    @Test
    void shouldCertifyAPersonOnAPlaybook() {
        var product = sales.product();
        var playbook = channel.publishedPlaybook(product);
        var partner = channel.inTraining();
        var person = channel.person(partner);
        sales.post(certifications(partner, person), Channel.certification(playbook))
                .then()
                .statusCode(201)
                .body("productId", equalTo(product))
                .body("playbookVersion", equalTo(1))
                .body("passedOn", equalTo("2026-02-01"))
                .body("examiner", equalTo("sales@" + sales.tenant()))
                .body("status", equalTo("CURRENT"));
        sales.post(certifications(partner, person), Channel.certification(playbook))
                .then()
                .statusCode(409)
                .body("code", equalTo("certification-exists"));
        sales.get("/partners/" + partner + "/certifications")
                .then()
                .statusCode(200)
                .body("items.personId", contains(person))
                .body("items.status", contains("CURRENT"));
        sales.get("/partners/" + partner)
                .then()
                .body("certifiedPersons", equalTo(1))
                .body("maySell", equalTo(false));
    }

    @Test
    void shouldGoStaleWithANewVersion() {
        var playbook = channel.publishedPlaybook(sales.product());
        var partner = channel.active(playbook);
        sales.get("/partners/" + partner).then().body("maySell", equalTo(true));

        var next = channel.nextVersion(playbook);

        sales.get("/partners/" + partner + "/certifications").then().body("items.status", contains("STALE"));
        sales.get("/partners/" + partner)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("certifiedPersons", equalTo(0))
                .body("maySell", equalTo(false));
        String person = sales.get("/partners/" + partner + "/certifications").path("items[0].personId");
        channel.certify(partner, person, next);
        sales.get("/partners/" + partner + "/certifications?limit=200")
                .then()
                .body("items.status", contains("STALE", "CURRENT"))
                .body("items.playbookVersion", contains(1, 2));
        sales.get("/partners")
                .then()
                .body("items[0].certifiedPersons", equalTo(1))
                .body("items[0].maySell", equalTo(true));
    }

    @Test
    void shouldStayCurrentWhileAnotherPlaybookChanges() {
        var playbook = channel.publishedPlaybook(sales.product());
        var partner = channel.active(playbook);
        channel.nextVersion(channel.publishedPlaybook(sales.product()));
        sales.get("/partners/" + partner).then().body("maySell", equalTo(true));
    }

    @Test
    void shouldLeaveWithThePerson() {
        var playbook = channel.publishedPlaybook(sales.product());
        var partner = channel.active(playbook);
        String person = sales.get("/partners/" + partner + "/persons").path("items[0].id");
        sales.advance("/partners/" + partner + "/persons/" + person, "departures")
                .then()
                .statusCode(200);
        sales.get("/partners/" + partner + "/certifications").then().body("items.status", contains("LEFT"));
        sales.get("/partners/" + partner).then().body("maySell", equalTo(false));
        sales.post(certifications(partner, person), Channel.certification(channel.nextVersion(playbook)))
                .then()
                .statusCode(409)
                .body("code", equalTo("person-left"));
    }

    @Test
    void shouldCountAPersonOnce() {
        var partner = channel.inTraining();
        var person = channel.person(partner);
        channel.certify(partner, person, channel.publishedPlaybook(sales.product()));
        channel.certify(partner, person, channel.publishedPlaybook(sales.product()));
        sales.get("/partners/" + partner).then().body("certifiedPersons", equalTo(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PROSPECT", "CONTRACTED", "ENDED"})
    void shouldTeachPartnersUnderContractOnly(PartnerStatus status) {
        var partner = channel.prospect();
        var person = channel.person(partner);
        switch (status) {
            case CONTRACTED -> channel.contract(partner);
            case ENDED ->
                sales.advance("/partners/" + partner, "endings", "{\"reason\": \"No interest\"}")
                        .then()
                        .statusCode(200);
            default -> sales.get("/partners/" + partner).then().body("status", equalTo("PROSPECT"));
        }
        sales.post(certifications(partner, person), Channel.certification(channel.publishedPlaybook(sales.product())))
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-not-in-training"));
        sales.get("/partners/" + partner + "/certifications").then().body("items", empty());
    }

    @Test
    void shouldExamineOnWhatIsPublished() {
        var partner = channel.inTraining();
        var certifications = certifications(partner, channel.person(partner));
        var superseded = channel.publishedPlaybook(sales.product());
        channel.nextVersion(superseded);
        var stranger = Caller.as("sales");
        for (var playbook : new String[] {
            channel.playbook(sales.product()),
            superseded,
            new Channel(stranger).publishedPlaybook(stranger.product()),
            UUID.randomUUID().toString()
        }) {
            sales.post(certifications, Channel.certification(playbook))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/playbookId"))
                    .body("errors[0].code", equalTo("playbook-not-published"));
        }
        sales.post(
                        certifications,
                        Channel.certification(channel.publishedPlaybook(sales.product()))
                                .replace("2026-02-01", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/passedOn"))
                .body("errors[0].code", equalTo("date-in-future"));
        sales.post(certifications, "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/passedOn", "/playbookId"));
    }

    @ParameterizedTest
    @CsvSource({"success, 200, 403", "billing, 200, 403", "ops, 200, 403", "guest, 403, 403"})
    void shouldLetSalesAndAdminExamine(String role, int read, int write) {
        var partner = channel.inTraining();
        var certifications = certifications(partner, channel.person(partner));
        sales.inRole(role)
                .get("/partners/" + partner + "/certifications")
                .then()
                .statusCode(read);
        sales.inRole(role)
                .post(certifications, Channel.certification(UUID.randomUUID().toString()))
                .then()
                .statusCode(write);
        Caller.as("admin")
                .get("/partners/" + partner + "/certifications")
                .then()
                .statusCode(404);
        Caller.as("admin")
                .post(certifications, Channel.certification(UUID.randomUUID().toString()))
                .then()
                .statusCode(404);
    }

    private static String certifications(String partner, String person) {
        return "/partners/" + partner + "/persons/" + person + "/certifications";
    }
}
