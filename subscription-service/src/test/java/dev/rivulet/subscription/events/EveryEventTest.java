package dev.rivulet.subscription.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rivulet.kit.testing.EventTypes;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.subscription.Buyer;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.Meter;
import dev.rivulet.subscription.webhook.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A shop in which everything happens: there is no type that is described and never published, nor one that is not as it
 * is described.
 */
@QuarkusTest
class EveryEventTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2026-03-02T10:00:00Z");
    }

    @Test
    void shouldPublishEachTypeThereIsAsItIsDescribed() throws IOException {
        var channels = channels();
        sell();
        takeMoney();
        giveUpInvoices();
        dun();
        park();
        loseAWebhook();

        var types = EventTypes.all();
        assertThat(channels.keySet()).containsAll(types);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(published(channels))
                        .extracting(EveryEventTest::type)
                        .containsAll(types));
        for (var record : published(channels)) {
            assertThat(record.topic()).as(type(record)).isEqualTo(channels.get(type(record)));
            // What is gone has no state any more.
            if (record.value() != null) {
                EventSchemas.shouldFit(type(record), record.value());
            }
        }
    }

    private void sell() {
        var desk = new SalesDesk(shop);
        var partner = desk.partner("gold");
        var body = desk.deal(shop.proposition(), shop.plan("49.00"));
        body.put("registrationId", desk.approved(partner, "Northwind"));
        desk.won(body, "2026-03-31");
        desk.step(desk.open(desk.deal()), "losses").statusCode(200);
        var statement = Shop.id(
                post("/commission-statements", Map.of("partnerId", partner, "month", "2026-02", "currency", "EUR"))
                        .statusCode(201));
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .post("/commission-statements/" + statement + "/finalizations")
                .then()
                .statusCode(200);
    }

    private void takeMoney() {
        var buyer = Buyer.atOnce(shop, Map.of());
        var contact = Map.of("name", "Ada", "email", "ada@northwind.example", "function", "HR head", "locale", "de-DE");
        shop.as("sales")
                .body(contact)
                .post("/accounts/" + buyer.id + "/contacts")
                .then()
                .statusCode(201);
        shop.subscribe(buyer.id, shop.plan("49.00"), shop.proposition());
        card(buyer, "decline:insufficient_funds");
        collect(buyer);
        var better = card(buyer, "ok");
        shop.as("billing")
                .header("If-Match", "\"0\"")
                .post("/accounts/" + buyer.id + "/payment-methods/" + better + "/preferences")
                .then()
                .statusCode(200);
        String payment = collect(buyer).extract().path("payment.id");
        post(
                        "/payments/" + payment + "/refunds",
                        Map.of(
                                "amount",
                                Buyer.eur("20.00"),
                                "source",
                                "INVOICES",
                                "target",
                                "METHOD",
                                "reason",
                                "Two days without service"))
                .statusCode(201);
        post("/payments/" + payment + "/disputes", Map.of("amount", Buyer.eur("9.00"), "reason", "fraudulent"))
                .statusCode(201);
    }

    private UUID card(Buyer buyer, String token) {
        return Shop.id(
                post("/accounts/" + buyer.id + "/payment-methods", Map.of("type", "CARD_SANDBOX", "token", token))
                        .statusCode(201));
    }

    private ValidatableResponse collect(Buyer buyer) {
        return post("/collections", Map.of("accountId", buyer.id)).statusCode(201);
    }

    private void giveUpInvoices() {
        var buyer = Buyer.of(shop, Map.of());
        for (var end : List.of("voids", "write-offs", "credit-notes")) {
            buyer.charge("10.00");
            buyer.command(buyer.invoice(), end, Map.of("reason", "Wrong address"))
                    .statusCode(end.equals("credit-notes") ? 201 : 200);
        }
    }

    private void dun() {
        post(
                        "/dunning-policies",
                        Map.of(
                                "name",
                                "Strict",
                                "steps",
                                List.of(
                                        Map.of("daysOverdue", 3, "action", "REMIND"),
                                        Map.of("daysOverdue", 5, "action", "SUSPEND"))))
                .statusCode(201);
        var buyer = Buyer.of(shop, Map.of());
        buyer.charge("50.00");
        var invoice = buyer.invoice();
        shop.moveClock("2026-03-22T12:00:00Z").statusCode(200);
        shop.pay(invoice, "50.00", "EUR", "T-1", "2026-03-22").statusCode(201);
    }

    /** Usage of an amount that nobody can count. */
    private void park() {
        Meter.send(new Meter(shop).event("a", UUID.randomUUID(), "u", "1e40", Instant.parse("2026-03-22T12:00:00Z")));
    }

    private void loseAWebhook() throws IOException {
        try (var receiver = new Receiver().answering(Receiver.status(410))) {
            var endpoint = Shop.id(shop.as("admin")
                    .body(Map.of("url", receiver.url(), "eventTypes", List.of("*")))
                    .post("/webhook-endpoints")
                    .then()
                    .statusCode(201));
            shop.account();
            await().atMost(60, SECONDS)
                    .until(() -> !shop.as("admin")
                            .get("/webhook-endpoints/" + endpoint)
                            .<Boolean>path("enabled"));
        }
    }

    private ValidatableResponse post(String path, Map<String, Object> body) {
        return shop.as("billing").body(body).post(path).then();
    }

    /** The topic of each type, as the AsyncAPI tells it. */
    private static Map<String, String> channels() throws IOException {
        var api = new ObjectMapper(new YAMLFactory()).readTree(EventSchemas.resource("asyncapi.yaml"));
        var topics = new TreeMap<String, String>();
        for (var channel : api.path("channels")) {
            for (var message : channel.path("messages")) {
                var name = api.at(message.path("$ref").asText().substring(1) + "/name");
                topics.put(name.asText(), channel.path("address").asText());
            }
        }
        return topics;
    }

    private List<ConsumerRecord<String, String>> published(Map<String, String> channels) {
        return channels.values().stream()
                .filter(topic -> topic.startsWith("subscription."))
                .distinct()
                .flatMap(topic -> Topic.records(topic, shop.tenant).stream())
                .toList();
    }

    private static String type(ConsumerRecord<String, String> record) {
        return Topic.header(record, "ce_type");
    }
}
