package dev.rivulet.catalog.price;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.rivulet.catalog.Caller;
import dev.rivulet.catalog.events.PriceBookChanged;
import dev.rivulet.catalog.events.PriceChanged;
import dev.rivulet.catalog.events.PriceEnded;
import dev.rivulet.catalog.events.PriceStarted;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices that begin and end by themselves, and what is told of prices. */
@QuarkusTest
class PriceTurnsTest {

    private static final String FLAT = "{\"model\": \"FLAT\", \"amount\": \"45.00\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller sandbox = new Caller("sandbox-" + UUID.randomUUID(), "sales");

    @Test
    void shouldTellWhenAScheduledPriceBeginsAndEnds() {
        moveTo("2026-01-01T12:00:00Z", 1);
        var till = Till.open(sandbox, "49.00");
        var berlin = till.book("\"key\": \"germany\", \"country\": \"DE\", \"zone\": \"Europe/Berlin\"");
        String id = till.post("base", berlin, FLAT, "\"validFrom\": \"2026-03-01\", \"validTo\": \"2026-04-01\"")
                .path("id");

        moveTo("2026-02-28T22:59:59Z", 2);
        assertThat(told(till)).isEmpty();

        // The first of March in Berlin, and the day after the last, both in one step of the clock.
        moveTo("2026-05-01T00:00:00Z", 3);
        var told = await().atMost(60, SECONDS).until(() -> told(till), found -> found.size() == 2);
        assertThat(told.getFirst()).isEqualTo(fact(PriceStarted.TYPE.type(), id, berlin, "2026-02-28T23:00:00Z"));
        assertThat(told.getLast()).isEqualTo(fact(PriceEnded.TYPE.type(), id, berlin, "2026-03-31T22:00:00Z"));

        moveTo("2026-06-01T00:00:00Z", 4);
        till.price("seat", null, FLAT);
        var all = await().atMost(60, SECONDS).until(() -> told(till), found -> found.size() >= 3);
        assertThat(all).hasSize(3);
    }

    @Test
    void shouldCatchUpOnWhatBeganWhileNobodyLooked() {
        var till = Till.open();
        String id =
                till.post("base", null, FLAT, "\"validFrom\": \"2199-01-01\"").path("id");
        // As after a long standstill: the day has passed and nobody has told.
        Sql.run("UPDATE price_turn SET due_at = now() - interval '30 days' WHERE price_id = '" + id + "'");
        var told = await().atMost(60, SECONDS).until(() -> told(till), found -> !found.isEmpty());
        assertThat(told)
                .singleElement()
                .satisfies(fact -> assertThat(fact.path("priceId").asText()).isEqualTo(id));
        assertThat(Sql.number(
                        "SELECT count(*) FROM price_turn WHERE told_at IS NULL AND price_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void shouldTellAtOnceOfAPriceThatHoldsAlready() {
        var till = Till.open();
        var id = till.post("base", null, FLAT, "\"validFrom\": \"2020-01-01\", \"validTo\": \"2021-01-01\"")
                .path("id");
        var told = await().atMost(60, SECONDS).until(() -> told(till), found -> found.size() == 2);
        assertThat(told)
                .extracting(fact -> fact.path("type").asText())
                .containsExactly(PriceStarted.TYPE.type(), PriceEnded.TYPE.type());
        assertThat(told).allMatch(fact -> fact.path("priceId").asText().equals(id));
    }

    @Test
    void shouldForgetTheTurnsOfAPriceWithdrawnBeforeItsDay() {
        var till = Till.open();
        var ahead =
                till.post("base", null, FLAT, "\"validFrom\": \"2199-01-01\"").<String>path("id");
        var begun = till.post("seat", null, FLAT, "\"validFrom\": \"2020-01-01\", \"validTo\": \"2199-01-01\"")
                .<String>path("id");
        till.change("/prices/" + ahead + "/withdrawals", "").then().statusCode(200);
        till.change("/prices/" + begun + "/withdrawals", "").then().statusCode(200);
        var told = await().atMost(60, SECONDS).until(() -> told(till), found -> found.size() == 2);
        assertThat(told).allMatch(fact -> fact.path("priceId").asText().equals(begun));
        assertThat(told.getLast().path("type").asText()).isEqualTo(PriceEnded.TYPE.type());
        assertThat(Sql.number("SELECT count(*) FROM price_turn WHERE price_id = ?", UUID.fromString(ahead)))
                .isZero();
    }

    @Test
    void shouldTellPricesAsTheyStandAndTheirEndAsATombstone() throws IOException {
        var till = Till.open();
        var book = till.book("\"key\": \"germany\", \"country\": \"DE\", \"percent\": -5");
        String id = till.post(
                        "seat",
                        book,
                        "{\"model\": \"PER_UNIT\", \"amount\": 9.90}",
                        "\"validFrom\": \"2026-01-01\", \"minimumCharge\": \"25.50\", \"billing\": \"IN_ARREARS\"")
                .path("id");
        till.change("/prices/" + id + "/ends", "{\"validTo\": \"2098-01-01\"}")
                .then()
                .statusCode(200);
        till.change("/prices/" + id + "/withdrawals", "").then().statusCode(200);

        var snapshots = await().atMost(60, SECONDS)
                .until(
                        () -> Topic.records(
                                PriceChanged.TYPE.topic(), till.sales().tenant()),
                        found -> found.size() == 3);
        assertThat(snapshots).extracting(ConsumerRecord::key).containsOnly(id);
        assertThat(snapshots)
                .extracting(record -> Topic.header(record, "ce_aggregateversion"))
                .containsExactly("0", "1", "2");
        assertThat(snapshots.getLast().value()).isNull();
        assertThat(JSON.readTree(snapshots.get(1).value()))
                .isEqualTo(JSON.readTree("""
                {"id": "%s", "planId": "%s", "productId": "%s", "component": "seat", "priceBookId": "%s",
                 "currency": "EUR", "terms": {"model": "PER_UNIT", "amount": "9.90"}, "validFrom": "2026-01-01",
                 "validTo": "2098-01-01", "minimumCharge": "25.50", "billing": "IN_ARREARS"}""".formatted(id, till.plan(), till.product(), book)));
        assertThat(faults(
                        PriceChanged.TYPE.type(), JSON.readTree(snapshots.get(1).value())))
                .isEmpty();

        var books = Topic.records(PriceBookChanged.TYPE.topic(), till.sales().tenant());
        assertThat(JSON.readTree(books.getFirst().value())).isEqualTo(JSON.readTree("""
                {"id": "%s", "key": "germany", "status": "IN_USE", "country": "DE", "zone": "UTC",
                 "adjustments": [{"percent": "-5"}]}""".formatted(book)));
        assertThat(faults(
                        PriceBookChanged.TYPE.type(),
                        JSON.readTree(books.getFirst().value())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.rivulet.catalog.price.changed.v1",
                "dev.rivulet.catalog.price.started.v1",
                "dev.rivulet.catalog.price.ended.v1",
                "dev.rivulet.catalog.price-book.changed.v1"
            })
    void shouldShipAnExampleThatIsValid(String type) throws IOException {
        var example = Files.readString(Path.of("src/main/resources/events", type + ".example.json"));
        assertThat(faults(type, JSON.readTree(example))).isEmpty();
        assertThat(faults(type, JSON.readTree("{}"))).isNotEmpty();
    }

    private static List<String> faults(String type, JsonNode payload) throws IOException {
        var schema = Files.readString(Path.of("src/main/resources/events", type + ".schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(payload)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The facts of the tenant's prices, each with its type, in the order of their partition. */
    private static List<JsonNode> told(Till till) {
        return Topic.records(PriceStarted.TYPE.topic(), till.sales().tenant()).stream()
                .map(record -> {
                    var type = Topic.header(record, "ce_type");
                    try {
                        assertThat(faults(type, JSON.readTree(record.value()))).isEmpty();
                        return (JsonNode)
                                ((com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(record.value()))
                                        .put("type", type);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private JsonNode fact(String type, String price, String book, String at) {
        var plan = sandbox.get("/prices/" + price).path("planId");
        try {
            return JSON.readTree("""
                    {"priceId": "%s", "planId": "%s", "component": "base", "priceBookId": "%s", "currency": "EUR",
                     "at": "%s", "type": "%s"}""".formatted(price, plan, book, at, type));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As the subscription service tells of its test clock; returns when the catalog has followed. */
    private void moveTo(String now, long version) {
        var instant = Instant.parse(now);
        var record = new ProducerRecord<>(
                "subscription.clock.state.v1",
                UUID.nameUUIDFromBytes(sandbox.tenant().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "{\"now\": \"" + instant + "\"}");
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(UUID.randomUUID().toString()))
                .add("ce_source", bytes("/rivulet/subscription"))
                .add("ce_type", bytes("dev.rivulet.subscription.clock.moved.v1"))
                .add("ce_time", bytes(now))
                .add("ce_subject", bytes(record.key()))
                .add("ce_tenant", bytes(sandbox.tenant()))
                .add("ce_aggregateversion", bytes(Long.toString(version)));
        Topic.send(List.of(record));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(Sql.column(
                                "SELECT extract(epoch FROM now)::bigint FROM tenant_clock WHERE tenant_id = ?",
                                sandbox.tenant()))
                        .containsExactly(Long.toString(instant.getEpochSecond())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
