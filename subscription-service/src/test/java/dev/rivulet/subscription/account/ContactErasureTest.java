package dev.rivulet.subscription.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.events.ContactChanged;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactErasureTest {

    private static final String EMAIL = "ada@northwind.example";

    private final Shop shop = Shop.live();

    @Test
    void shouldTellOfPeopleUntilTheyAreGone() {
        var path = "/accounts/" + account(Map.of()) + "/contacts";
        var contact = contact(path);
        shop.as("sales")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"function\":\"CEO\"}")
                .patch(path + "/" + contact)
                .then()
                .statusCode(200);
        shop.as("sales")
                .header("If-Match", "\"1\"")
                .delete(path + "/" + contact)
                .then()
                .statusCode(204);

        var told = told(3);
        assertThat(told).extracting(ConsumerRecord::key).containsOnly(contact.toString());
        assertThat(told)
                .extracting(record -> Topic.header(record, "ce_aggregateversion"))
                .containsExactly("0", "1", "2");
        assertThat(told.get(0).value()).contains(EMAIL, "HR head");
        assertThat(told.get(1).value()).contains("CEO");
        assertThat(told.get(2).value()).isNull();
    }

    @Test
    void shouldEraseWhomTheSuccessServiceErasedAndLeaveTheAccount() {
        var account = account(Map.of("email", "Ada@Northwind.example"));
        var other = account(Map.of("email", "bills@northwind.example"));
        var path = "/accounts/" + account + "/contacts";
        var contact = contact(path);
        shop.plan("49.00");
        var desk = new SalesDesk(shop);
        var body = desk.deal();
        body.put("prospect", Map.of("name", "N", "zone", "Europe/Berlin", "contact", "Ada", "email", EMAIL));
        var deal = desk.open(body);

        for (var again = 0; again < 2; again++) {
            shop.send(
                    Shop.CONTACT_ERASURES,
                    ContactErasures.ContactErased.TYPE,
                    contact,
                    1,
                    Map.of("contactId", contact));
        }

        await().atMost(60, SECONDS)
                .untilAsserted(() -> shop.as("sales").get(path).then().body("items", hasSize(0)));
        assertThat(told(2).getLast().value()).isNull();
        shop.as("sales").get("/accounts/" + account).then().statusCode(200).body("email", nullValue());
        shop.as("sales").get("/accounts/" + other).then().body("email", equalTo("bills@northwind.example"));
        shop.as("sales").get("/deals/" + deal).then().statusCode(200).body("prospect.email", nullValue());
    }

    @Test
    void shouldReadWhatTheSuccessServicePublishes() throws IOException {
        var example = Files.readString(Path.of("../success-service/src/main/resources/events/"
                + ContactErasures.ContactErased.TYPE + ".example.json"));
        assertThat(Event.read(example, ContactErasures.ContactErased.class)).hasNoNullFieldsOrProperties();
    }

    @Test
    void shouldNotLetPersonalDataOutByWebhooks() {
        shop.as("admin")
                .body(Map.of("url", "https://example.com/hook", "eventTypes", List.of(ContactChanged.TYPE.type())))
                .post("/webhook-endpoints")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("webhook-type-unknown"));
    }

    private UUID account(Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("name", "N", "zone", "UTC", "currency", "EUR"));
        body.putAll(more);
        return Shop.id(shop.as("sales").body(body).post("/accounts").then().statusCode(201));
    }

    private UUID contact(String path) {
        return Shop.id(shop.as("sales")
                .body(Map.of("name", "Ada", "email", EMAIL, "function", "HR head", "locale", "de-DE"))
                .post(path)
                .then()
                .statusCode(201));
    }

    private List<ConsumerRecord<String, String>> told(int count) {
        return await().atMost(60, SECONDS)
                .until(() -> Topic.records(ContactChanged.TYPE.topic(), shop.tenant), found -> found.size() >= count);
    }
}
