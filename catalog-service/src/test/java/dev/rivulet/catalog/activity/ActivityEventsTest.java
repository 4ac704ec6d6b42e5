package dev.rivulet.catalog.activity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.events.ActivityAssignmentChanged;
import dev.rivulet.catalog.events.ActivityEditionImported;
import dev.rivulet.catalog.events.SaleRuleChanged;
import dev.rivulet.catalog.events.SellerChanged;
import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on the topics of activities is what the schemas promise. */
@QuarkusTest
class ActivityEventsTest {

    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller sales = Caller.as("sales");
    private final Registry registry = new Registry(sales);

    @Test
    void shouldTellSellersAndAssignmentsAsTheyStand() throws IOException {
        var edition = registry.starterEdition();
        var seller = registry.added(edition, "62.09", "[\"47.91\"]");
        var product = sales.product();
        var assignment = registry.assigned(seller, product, "47.91.2");
        sales.patch("/sellers/" + seller, "0", "{\"mainCode\": \"47.99\"}")
                .then()
                .statusCode(200);
        sales.http()
                .header("If-Match", "\"0\"")
                .delete("/activity-assignments/" + assignment)
                .then()
                .statusCode(204);

        var sellers = published(SellerChanged.TYPE, 2);
        assertThat(JSON.readTree(sellers.getLast().value())).isEqualTo(JSON.readTree("""
                {"id": "%s", "key": "shop", "name": "Northwind Shop LLC", "editionId": "%s", "mainCode": "47.99",
                 "additionalCodes": ["47.91"]}""".formatted(seller, edition)));
        var assignments = published(ActivityAssignmentChanged.TYPE, 2);
        assertThat(JSON.readTree(assignments.getFirst().value()))
                .isEqualTo(JSON.readTree("""
                {"id": "%s", "sellerId": "%s", "productId": "%s", "code": "47.91.2"}""".formatted(assignment, seller, product)));
        assertThat(assignments.getLast().value()).as("a tombstone").isNull();
        assertThat(Topic.header(assignments.getLast(), "ce_aggregateversion")).isEqualTo("1");
    }

    @Test
    void shouldTellRulesAsTheyStand() throws IOException {
        var rule = registry.created("/sale-rules", Registry.ban());
        sales.http()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"validTo\": \"2027-01-01\"}")
                .post("/sale-rules/" + rule + "/ends")
                .then()
                .statusCode(200);
        assertThat(JSON.readTree(published(SaleRuleChanged.TYPE, 2).getLast().value()))
                .isEqualTo(JSON.readTree("""
                {"id": "%s", "kind": "BANNED", "goods": "medicines", "channel": "AUCTION", "validFrom": "2026-03-01",
                 "validTo": "2027-01-01", "basis": "Federal law 61-FZ, article 55"}""".formatted(rule)));
    }

    @Test
    void shouldTellOnlyOfImportsThatChangeSomething() throws IOException {
        var edition = registry.starterEdition();
        registry.starterEdition();
        registry.imported("scheme=TEST&edition=1&dryRun=true", "code,name\n47,Retail\n");
        registry.imported("scheme=TEST&edition=2", "code,name\n47,Retail\n");
        var told = published(ActivityEditionImported.TYPE, 2);
        var starter =
                told.stream().filter(record -> record.key().equals(edition)).toList();
        assertThat(starter).hasSize(1);
        var payload = JSON.readTree(starter.getFirst().value());
        assertThat(payload.path("scheme").asText()).isEqualTo("OKVED2");
        assertThat(payload.path("codes").asInt()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.rivulet.catalog.seller.changed.v1",
                "dev.rivulet.catalog.activity-assignment.changed.v1",
                "dev.rivulet.catalog.sale-rule.changed.v1",
                "dev.rivulet.catalog.activity-edition.imported.v1"
            })
    void shouldShipAnExampleThatIsValidAndASchemaThatRefuses(String type) throws IOException {
        var example = JSON.readTree(Files.readString(EVENTS.resolve(type + ".example.json")));
        assertThat(schema(type).validate(example)).isEmpty();
        assertThat(schema(type).validate(JSON.readTree("{\"id\": 1}"))).isNotEmpty();
    }

    private List<ConsumerRecord<String, String>> published(EventType event, int count) throws IOException {
        var records = await().atMost(60, SECONDS)
                .until(() -> Topic.records(event.topic(), sales.tenant()), found -> found.size() >= count);
        assertThat(records).hasSize(count);
        var schema = schema(event.type());
        for (var record : records) {
            assertThat(Topic.header(record, "ce_type")).isEqualTo(event.type());
            if (record.value() != null) {
                JsonNode payload = JSON.readTree(record.value());
                assertThat(schema.validate(payload)).as(record.value()).isEmpty();
            }
        }
        return records;
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")));
    }
}
