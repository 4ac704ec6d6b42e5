package dev.rivulet.catalog.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.Channel;
import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalog tells of playbooks, partners and channels. */
@QuarkusTest
class ChannelEventsTest {

    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller sales = Caller.as("sales");
    private final Channel channel = new Channel(sales);
    private String product;

    @BeforeEach
    void addAProduct() {
        product = sales.product();
    }

    @Test
    void shouldTellPlaybooksAsTheyStand() throws IOException {
        var first = channel.publishedPlaybook(product);
        var second = channel.nextVersion(first);

        var told = told(PlaybookChanged.TYPE, 5);
        assertThat(told.stream().filter(each -> each.path("id").asText().equals(first)))
                .map(each -> each.path("status").asText())
                .containsExactly("DRAFT", "PUBLISHED", "SUPERSEDED");
        assertThat(told.stream().filter(each -> each.path("id").asText().equals(second)))
                .last()
                .isEqualTo(JSON.readTree("""
                        {"id": "%s", "productId": "%s", "title": "Selling to HR heads", "status": "PUBLISHED",
                         "playbookVersion": 2, "steps": 2, "objections": 1}""".formatted(second, product)));
    }

    @Test
    void shouldTellPartnersAsTheyStand() throws IOException {
        var partner = channel.active(channel.publishedPlaybook(product));

        var told = told(PartnerChanged.TYPE, 4);
        assertThat(told)
                .map(each -> each.path("status").asText())
                .containsExactly("PROSPECT", "CONTRACTED", "TRAINING", "ACTIVE");
        assertThat(told.getLast()).isEqualTo(JSON.readTree("""
                {"id": "%s", "name": "Alpenland IT", "role": "RESELLER", "tier": "gold", "countries": ["DE", "AT"],
                 "regions": ["CH-ZH"], "manager": "mila.horn@acme.example", "status": "ACTIVE"}""".formatted(partner)));
    }

    @Test
    void shouldTellWhenPartnersBeginAndStop() throws IOException {
        var path = "/partners/" + channel.active(channel.publishedPlaybook(product));
        sales.advance(path, "suspensions", "{\"reason\": \"Discounts\"}").then().statusCode(200);
        sales.advance(path, "activations").then().statusCode(200);
        sales.advance(path, "endings", "{\"reason\": \"Moved away\"}").then().statusCode(200);

        assertThat(told(PartnerMoved.ACTIVATED, 2))
                .map(each -> each.path("before").asText())
                .containsExactly("TRAINING", "SUSPENDED");
        assertThat(told(PartnerMoved.SUSPENDED, 1))
                .map(each -> each.path("reason").asText())
                .containsExactly("Discounts");
        assertThat(told(PartnerMoved.ENDED, 1))
                .map(each -> each.path("reason").asText())
                .containsExactly("Moved away");
    }

    @Test
    void shouldTellWhoHasToLearnAgain() throws IOException {
        var playbook = channel.publishedPlaybook(product);
        var partner = channel.active(playbook);
        var gone = channel.person(partner);
        channel.certify(partner, gone, playbook);
        sales.advance("/partners/" + partner + "/persons/" + gone, "departures")
                .then()
                .statusCode(200);
        var next = channel.nextVersion(playbook);

        var lapsed = told(CertificationLapsed.TYPE, 1).getFirst();
        assertThat(lapsed.path("partnerId").asText()).isEqualTo(partner);
        assertThat(lapsed.path("personId").asText()).isNotEqualTo(gone);
        assertThat(lapsed.path("productId").asText()).isEqualTo(product);
        assertThat(lapsed.path("playbookId").asText()).isEqualTo(playbook);
        assertThat(lapsed.path("playbookVersion").asInt()).isEqualTo(1);
        assertThat(lapsed.path("nextPlaybookId").asText()).isEqualTo(next);
    }

    @Test
    void shouldTellWhoHasLearntAndWhoVouches() throws IOException {
        var playbook = channel.publishedPlaybook(product);
        var partner = channel.inTraining();
        var person = channel.person(partner);
        channel.certify(partner, person, playbook);
        var references = "/partners/" + partner + "/references";
        String reference =
                sales.post(references, "{\"client\": \"Moser Textil\"}").path("id");
        sales.advance(
                        references + "/" + reference,
                        "confirmations",
                        "{\"confirmedBy\": \"Lena Moser\", \"confirmedOn\": \"2026-02-03\"}")
                .then()
                .statusCode(200);

        var granted = told(CertificationGranted.TYPE, 1).getFirst();
        assertThat(granted.path("partnerId").asText()).isEqualTo(partner);
        assertThat(granted.path("personId").asText()).isEqualTo(person);
        assertThat(granted.path("productId").asText()).isEqualTo(product);
        assertThat(granted.path("playbookId").asText()).isEqualTo(playbook);
        var confirmed = told(ReferenceConfirmed.TYPE, 1).getFirst();
        assertThat(confirmed.path("referenceId").asText()).isEqualTo(reference);
        assertThat(confirmed.path("client").asText()).isEqualTo("Moser Textil");
        assertThat(confirmed.path("confirmedOn").asText()).isEqualTo("2026-02-03");
        assertThat(confirmed.toString()).doesNotContain("Lena");
    }

    @Test
    void shouldForgetNobodyWhoIsCertifiedMeanwhile() throws IOException {
        var playbook = channel.publishedPlaybook(product);
        var partner = channel.inTraining();
        var persons = Stream.generate(() -> channel.person(partner)).limit(8).toList();
        var next = sales.post("/playbooks/" + playbook + "/versions", "").<String>path("id");

        var publication = CompletableFuture.runAsync(() -> channel.published(next));
        var certified = persons.stream()
                .map(person -> CompletableFuture.supplyAsync(() -> sales.post(
                                "/partners/" + partner + "/persons/" + person + "/certifications",
                                Channel.certification(playbook))
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        publication.join();

        assertThat(certified).allMatch(status -> status == 201 || status == 422);
        var stale = certified.stream().filter(status -> status == 201).count();
        // A later lapse of another playbook comes behind all those of this one: they have the partner's key.
        var other = channel.publishedPlaybook(sales.product());
        channel.certify(partner, persons.getFirst(), other);
        channel.nextVersion(other);
        assertThat(told(CertificationLapsed.TYPE, (int) stale + 1)
                        .getLast()
                        .path("playbookId")
                        .asText())
                .isEqualTo(other);
    }

    @Test
    void shouldTellWhenAChannelOpensAndCloses() throws IOException {
        var opening = sales.post("/products/" + product + "/channel-openings", "{\"waiver\": \"A pilot\"}")
                .header("Location");
        sales.advance(opening, "closings", "{\"reason\": \"Too early\"}").then().statusCode(200);

        var opened = told(ChannelOpened.TYPE, 1).getFirst();
        assertThat(opened.path("productId").asText()).isEqualTo(product);
        assertThat(opened.path("waiver").asText()).isEqualTo("A pilot");
        var closed = told(ChannelClosed.TYPE, 1).getFirst();
        assertThat(closed.path("openingId")).isEqualTo(opened.path("openingId"));
        assertThat(closed.path("reason").asText()).isEqualTo("Too early");
    }

    /** Exactly so many events of the type, each valid. */
    private List<JsonNode> told(EventType type, int count) throws IOException {
        var records = await().atMost(60, SECONDS)
                .until(
                        () -> Topic.records(type.topic(), sales.tenant()).stream()
                                .filter(each -> type.type().equals(Topic.header(each, "ce_type")))
                                .toList(),
                        found -> found.size() >= count);
        assertThat(records).hasSize(count);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(type.type() + ".schema.json")));
        var payloads = new ArrayList<JsonNode>();
        for (var each : records) {
            var payload = JSON.readTree(each.value());
            assertThat(schema.validate(payload)).as(each.value()).isEmpty();
            payloads.add(payload);
        }
        return payloads;
    }
}
