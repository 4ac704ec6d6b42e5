package dev.rivulet.success.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CustomerCopiesTest {

    private static final LocalDate START = Caller.today().minusDays(40);

    private final Caller success = Caller.fresh();
    private final UUID account = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldBeTheSameCustomerInWhateverOrderAndHoweverOftenItsEventsCome(long seed) {
        var producer = success.producer();
        var subscription = UUID.randomUUID();
        var invoice = UUID.randomUUID();
        var events = new ArrayList<ProducerRecord<String, String>>();
        events.add(producer.account(account, 0, "Acme", "UTC"));
        events.add(producer.account(account, 1, "Acme Learning", "Asia/Tokyo"));
        events.add(producer.subscription(subscription, account, 0, 10, START));
        events.add(producer.subscription(subscription, account, 1, 25, START));
        events.add(producer.finalized(invoice, account, START.plusDays(14)));
        events.add(producer.paid(invoice, account, START.plusDays(14), START.plusDays(10)));
        var contact = UUID.randomUUID();
        events.add(producer.contact(contact, account, 0, "Ada Nowak", "ada.nowak@northwind.example"));
        var shuffled = new ArrayList<ProducerRecord<String, String>>();
        for (var copy = 0; copy < 3; copy++) {
            shuffled.addAll(events);
        }
        Collections.shuffle(shuffled, new Random(seed));

        Topic.send(shuffled);

        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("name").asText()).isEqualTo("Acme Learning");
            assertThat(customer.path("zone").asText()).isEqualTo("Asia/Tokyo");
            assertThat(customer.path("seats").asInt()).isEqualTo(25);
            assertThat(customer.path("subscriptions")).hasSize(1);
            assertThat(customer.at("/subscriptions/0/price/amount").asText()).isEqualTo("49.00");
            assertThat(customer.path("contacts")).hasSize(1);
            assertThat(customer.at("/contacts/0/id").asText()).isEqualTo(contact.toString());
            assertThat(customer.at("/contacts/0/function").asText()).isEqualTo("HR head");
            assertThat(customer.path("promises")).hasSize(1);
            assertThat(customer.at("/promises/0/dueOn").asText())
                    .isEqualTo(START.plusDays(90).toString());
            // 25 seats for 40 days and nobody uses them, but the invoice is paid: 0.3 * 100 of 0.7.
            assertThat(customer.at("/score/score").decimalValue()).isEqualByComparingTo("42.9");
        });
        assertThat(Sql.number("SELECT count(*) FROM receivable WHERE account_id = ?", account))
                .isEqualTo(1);
        assertThat(Sql.number("SELECT count(*) FROM dead_letter WHERE tenant_id = ?", success.tenant()))
                .isZero();
    }

    @Test
    void shouldKnowACustomerBeforeItsAccount() {
        var producer = success.producer();
        producer.send(producer.subscription(UUID.randomUUID(), account, 0, 5, START));
        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("name").isNull()).isTrue();
            assertThat(customer.path("seats").asInt()).isEqualTo(5);
        });

        producer.send(producer.account(account, 0, "Late", "Europe/Berlin"));

        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("name").asText()).isEqualTo("Late"));
    }

    @Test
    void shouldKeepTheSeatsOfACancelledSubscriptionUntilItsEnd() {
        var producer = success.producer();
        var ended = UUID.randomUUID();
        producer.send(
                producer.subscription(
                        UUID.randomUUID(),
                        account,
                        0,
                        5,
                        START,
                        "CANCELLED",
                        Caller.today().plusDays(9),
                        "null"),
                producer.subscription(
                        ended, account, 0, 7, START, "CANCELLED", Caller.today().minusDays(2), "null"),
                producer.subscription(
                        UUID.randomUUID(), account, 0, 11, Caller.today().plusDays(3), "ACTIVE", null, "null"));

        success.eventually("/customers/" + account, customer -> {
            assertThat(customer.path("subscriptions")).hasSize(3);
            assertThat(customer.path("seats").asInt()).isEqualTo(5);
            assertThat(customer.path("promises")).isEmpty();
        });
    }

    @Test
    void shouldParkAnEventThatMakesNoSenseAndGoOnWithTheOthers() {
        var producer = success.producer();
        var senseless = """
                {"metric":"m","unit":"u","baseline":"52","target":"52.0","withinDays":90}""";
        producer.send(
                producer.subscription(UUID.randomUUID(), account, 0, 5, START, "ACTIVE", null, senseless),
                producer.subscription(UUID.randomUUID(), account, 0, 6, START));

        success.eventually(
                "/customers/" + account,
                customer -> assertThat(customer.path("seats").asInt()).isEqualTo(6));
        success.inRole("ops")
                .eventually(
                        "/dead-letters",
                        letters -> assertThat(letters.at("/items/0/reason").asText())
                                .contains("the target is the baseline"));
    }

    @Test
    void shouldListByTheBeginningOfTheNameAndPage() {
        var producer = success.producer();
        for (var name : new String[] {"100% Training", "acme one", "Acme two", "Beta"}) {
            producer.send(producer.account(UUID.randomUUID(), 0, name, "UTC"));
        }
        success.eventually("/customers", page -> assertThat(page.path("items")).hasSize(4));

        assertThat(names(success.json("/customers?q=ACME"))).containsExactlyInAnyOrder("acme one", "Acme two");
        assertThat(names(success.json("/customers?q=100%25"))).containsExactly("100% Training");
        assertThat(names(success.json("/customers?q=%25"))).isEmpty();
        var first = success.json("/customers?limit=3");
        var rest = success.json(
                "/customers?limit=3&cursor=" + first.path("nextCursor").asText());
        assertThat(first.path("items")).hasSize(3);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.has("nextCursor")).isFalse();
    }

    private static ArrayList<String> names(JsonNode page) {
        var names = new ArrayList<String>();
        page.path("items").forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
