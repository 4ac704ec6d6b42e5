package dev.rivulet.subscription.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.testing.EventTypes;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is really published is what the schemas say. */
@QuarkusTest
class PublishedEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldShipAnExampleThatFitsItsSchema(String type) {
        EventSchemas.shouldFit(type, EventSchemas.example(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldDescribeTheChannel(String type) {
        assertThat(EventSchemas.resource("asyncapi.yaml"))
                .contains("name: " + type)
                .contains("$ref: events/" + type + ".schema.json");
    }

    @Test
    void shouldPublishTheWholeStory() throws IOException {
        var shop = Shop.at("2025-01-31T10:00:00Z");
        var account = shop.account();
        var subscription = shop.subscribe(account, shop.plan("49.00"), shop.proposition());
        var invoice = shop.invoices(subscription, "id").getFirst();
        shop.pay(invoice, "9.00", "EUR", "T-1", "2025-01-31").statusCode(201);
        shop.pay(invoice, "40.00", "EUR", "T-2", "2025-01-30").statusCode(201);
        shop.cancel(subscription).statusCode(200);
        shop.moveClock("2025-03-01T00:00:00Z").statusCode(200);

        var accounts = published(shop, AccountChanged.TYPE, 1);
        assertThat(accounts.getFirst().key()).isEqualTo(account.toString());
        assertThat(json(accounts.getFirst()).path("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(accounts.getFirst().value()).doesNotContain("email");

        var subscriptions = published(shop, SubscriptionChanged.TYPE, 3);
        assertThat(subscriptions).extracting(ConsumerRecord::key).containsOnly(subscription.toString());
        assertThat(subscriptions)
                .extracting(record -> Topic.header(record, "ce_aggregateversion"))
                .containsExactly("0", "1", "2");
        assertThat(subscriptions)
                .extracting(record -> json(record).path("status").asText() + " "
                        + json(record).path("endDate").asText("-"))
                .containsExactly("ACTIVE -", "ACTIVE 2025-02-28", "CANCELLED 2025-02-28");
        assertThat(json(subscriptions.getFirst()).path("benefit")).isEqualTo(JSON.valueToTree(Shop.BENEFIT));

        var issued = published(shop, InvoiceFinalized.TYPE, 1);
        assertThat(json(issued.getFirst()).path("number").asText()).isEqualTo("INV-000001");
        assertThat(json(issued.getFirst()).path("total").path("amount").asText())
                .isEqualTo("49.00");
        var paid = published(shop, InvoicePaid.TYPE, 1);
        assertThat(paid.getFirst().key()).isEqualTo(invoice);
        assertThat(json(paid.getFirst()).path("paidOn").asText()).isEqualTo("2025-01-31");

        var movements = published(shop, MrrMoved.TYPE, 2);
        assertThat(movements).extracting(ConsumerRecord::key).containsOnly(account.toString());
        assertThat(movements)
                .extracting(record -> json(record).path("kind").asText() + " "
                        + json(record).path("amount").path("amount").asText() + " "
                        + json(record).path("date").asText())
                .containsExactly("NEW 49.00 2025-01-31", "CHURN -49.00 2025-02-28");

        var clock = published(shop, ClockMoved.TYPE, 2);
        assertThat(clock)
                .extracting(record -> json(record).path("now").asText())
                .containsExactly("2025-01-31T10:00:00Z", "2025-03-01T00:00:00Z");
        assertThat(clock)
                .extracting(ConsumerRecord::key)
                .containsOnly(UUID.nameUUIDFromBytes(shop.tenant.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    @Test
    void shouldPublishTheStoryOfADeal() {
        var shop = Shop.at("2026-03-02T10:00:00Z");
        var desk = new SalesDesk(shop);
        var proposition = shop.proposition();
        var plan = shop.plan("49.00");
        var partner = desk.partner("gold");
        var body = desk.deal(proposition, plan, plan);
        body.put("prospect", Map.of("name", "N", "zone", "Europe/Berlin", "contact", "Anna", "email", "a@n.example"));
        body.put("registrationId", desk.approved(partner, "N"));
        var won = desk.won(body, "2026-03-31");
        var deal = Shop.id(won);
        List<String> subscriptions = won.extract().path("subscriptionIds");
        desk.step(desk.open(desk.deal()), "losses").statusCode(200);
        var statement = Shop.id(shop.as("billing")
                .body(Map.of("partnerId", partner, "month", "2026-02", "currency", "EUR"))
                .post("/commission-statements")
                .then()
                .statusCode(201));
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .post("/commission-statements/" + statement + "/finalizations")
                .then()
                .statusCode(200);

        // Deals have no order among each other.
        var opened = published(shop, DealOpened.TYPE, 2).stream()
                .filter(record -> record.key().equals(deal.toString()))
                .toList();
        assertThat(opened).hasSize(1);
        assertThat(json(opened.getFirst()).path("partnerId").asText()).isEqualTo(partner.toString());
        assertThat(published(shop, DealStageChanged.TYPE, 5))
                .extracting(record -> json(record).path("before").asText() + " "
                        + json(record).path("stage").asText())
                .containsExactlyInAnyOrder(
                        "QUALIFIED PROPOSED",
                        "PROPOSED NEGOTIATION",
                        "NEGOTIATION CONTRACTING",
                        "CONTRACTING WON",
                        "QUALIFIED LOST");
        var contracting = json(published(shop, DealContractingStarted.TYPE, 1).getFirst());
        assertThat(contracting.path("seats").asInt()).isEqualTo(50);
        assertThat(contracting.path("benefit")).isEqualTo(JSON.valueToTree(Shop.BENEFIT));
        assertThat(contracting.has("accountId")).isFalse();
        var win = json(published(shop, DealWon.TYPE, 1).getFirst());
        assertThat(win.path("subscriptionId").asText()).isEqualTo(subscriptions.getFirst());
        assertThat(win.path("subscriptionIds")).hasSize(2);
        assertThat(json(published(shop, DealLost.TYPE, 1).getFirst())
                        .path("reason")
                        .asText())
                .isEqualTo("PRICE");
        var states = published(shop, DealChanged.TYPE, 8);
        assertThat(states)
                .extracting(ConsumerRecord::value)
                .noneMatch(text -> text.contains("a@n.example") || text.contains("Anna"));
        assertThat(states.stream().filter(record -> record.key().equals(deal.toString())))
                .extracting(record -> json(record).path("stage").asText())
                .endsWith("WON");
        assertThat(published(shop, DealRegistrationChanged.TYPE, 3))
                .extracting(record -> json(record).path("status").asText())
                .containsExactly("SUBMITTED", "APPROVED", "CONVERTED");
        assertThat(json(published(shop, CommissionStatementFinalized.TYPE, 1).getFirst())
                        .path("month")
                        .asText())
                .isEqualTo("2026-02-01");
    }

    private static List<ConsumerRecord<String, String>> published(Shop shop, EventType type, int count) {
        var records = await().atMost(60, SECONDS)
                .until(
                        () -> Topic.records(type.topic(), shop.tenant).stream()
                                .filter(record -> type.type().equals(Topic.header(record, "ce_type")))
                                .toList(),
                        found -> found.size() >= count);
        assertThat(records).hasSize(count);
        for (var record : records) {
            assertThat(Topic.header(record, "ce_source")).isEqualTo("/rivulet/subscription");
            EventSchemas.shouldFit(type.type(), record.value());
        }
        return records;
    }

    private static JsonNode json(ConsumerRecord<String, String> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
