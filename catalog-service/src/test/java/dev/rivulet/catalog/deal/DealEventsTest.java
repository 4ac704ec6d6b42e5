package dev.rivulet.catalog.deal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.catalog.Caller;
import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deals as subscription-service tells them; its topics are made here because nobody else does in these tests. */
@QuarkusTest
class DealEventsTest {

    private static final String SUBSCRIPTIONS = "subscription.subscription.state.v1";
    private static final String DEALS = "subscription.deal.events.v1";

    private final Caller sales = Caller.as("sales");
    private String product;
    private String segment;
    private String proposition;

    @BeforeEach
    void makeTheTopics() {
        Topic.make(SUBSCRIPTIONS, DEALS);
        product = sales.product();
        segment = sales.segment();
        proposition = sales.approved(product, segment);
    }

    @Test
    void shouldReadTheProducersExample() throws IOException {
        var example = Files.readString(
                Path.of("../subscription-service/src/main/resources/events", SoldSubscription.TYPE + ".example.json"));
        var sold = Event.read(example, SoldSubscription.class);
        assertThat(sold.propositionId()).isEqualTo(UUID.fromString("0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02"));
    }

    @ParameterizedTest
    @CsvSource({"opened, 0", "won, 2", "lost, 0"})
    void shouldReadTheProducersExamplesOfDeals(String what, int subscriptions) throws IOException {
        var fact = Event.read(dealExample(what), DealFact.class);
        assertThat(fact).hasNoNullFieldsOrProperties();
        assertThat(fact.subscriptionIds()).hasSize(subscriptions);
    }

    @Test
    void shouldCountASubscriptionAsAWinOnce() {
        var subscription = UUID.randomUUID();
        sold(subscription, 0);
        sold(subscription, 1);
        sold(UUID.randomUUID(), 0);
        awaitWins(2, 2);
    }

    @Test
    void shouldCountADealAndItsSubscriptionOnceInWhateverOrder() {
        var early = UUID.randomUUID();
        sold(early, 0);
        awaitWins(1, 1);
        fact("won", UUID.randomUUID(), early);
        var late = UUID.randomUUID();
        fact("won", UUID.randomUUID(), late);
        fact("lost", UUID.randomUUID());
        awaitWins(2, 3);
        sold(late, 0);
        sold(UUID.randomUUID(), 0);
        awaitWins(3, 4);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void shouldCountADealOfSeveralSubscriptionsAsOneWin(boolean dealFirst) throws IOException {
        var example = Event.read(dealExample("won"), DealFact.class);
        var deal = UUID.randomUUID();
        var subscriptions = List.of(UUID.randomUUID(), UUID.randomUUID());
        var won = dealExample("won")
                .replace(example.dealId().toString(), deal.toString())
                .replace(example.productId().toString(), product)
                .replace(String.valueOf(example.segmentId()), segment)
                .replace(String.valueOf(example.propositionId()), proposition)
                .replace(
                        example.subscriptionIds().getFirst().toString(),
                        subscriptions.getFirst().toString())
                .replace(
                        example.subscriptionIds().getLast().toString(),
                        subscriptions.getLast().toString());
        if (dealFirst) {
            send(DEALS, "dev.rivulet.subscription.deal.won.v1", deal, 1, won);
            awaitWins(1, 1);
            subscriptions.forEach(subscription -> sold(subscription, 0));
        } else {
            subscriptions.forEach(subscription -> sold(subscription, 0));
            awaitWins(2, 2);
            send(DEALS, "dev.rivulet.subscription.deal.won.v1", deal, 1, won);
        }
        awaitHeard("SELECT count(*) FROM inbox_version WHERE tenant_id = ? AND consumer = 'deal-wins'", 2);
        fact("lost", UUID.randomUUID());
        awaitWins(1, 2);
    }

    @Test
    void shouldKeepAnOutcomeEnteredByHandWhenTheOpeningComesLate() {
        var deal = UUID.randomUUID();
        sales.post("/value-propositions/" + proposition + "/deal-outcomes", """
                        {"dealId": "%s", "outcome": "LOST"}""".formatted(deal))
                .then()
                .statusCode(201);
        fact("opened", deal);
        awaitHeard("SELECT count(*) FROM inbox WHERE tenant_id = ? AND consumer = 'deal-facts'", 1);
        awaitWins(0, 1);
    }

    @Test
    void shouldRankGapsByOpenDeals() {
        var quiet = sales.segment();
        var busy = sales.segment();
        var deal = UUID.randomUUID();
        segment = busy;
        proposition = null;
        fact("opened", deal);
        fact("opened", UUID.randomUUID());
        fact("phoned", UUID.randomUUID());
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.get("/coverage/gaps")
                        .then()
                        .body("[0].segmentId", equalTo(busy))
                        .body("[0].openDeals", equalTo(2)));
        fact("lost", deal);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.get("/coverage/gaps")
                        .then()
                        .body("[0].openDeals", equalTo(1))
                        .body("find {it.segmentId == '" + quiet + "'}.openDeals", equalTo(0)));
    }

    private void awaitHeard(String counting, int events) {
        await().atMost(60, SECONDS).until(() -> Sql.number(counting, sales.tenant()) == events);
    }

    private void awaitWins(int won, int decided) {
        await().atMost(60, SECONDS)
                .untilAsserted(() -> sales.get("/value-propositions/" + proposition + "/performance")
                        .then()
                        .body("winRate.successes", equalTo(won))
                        .body("winRate.of", equalTo(decided)));
    }

    private void sold(UUID subscription, int version) {
        send(SUBSCRIPTIONS, SoldSubscription.TYPE, subscription, version, """
                {"id": "%s", "accountId": "%s", "productId": "%s", "propositionId": "%s", "status": "ACTIVE"}""".formatted(
                        subscription, UUID.randomUUID(), product, proposition));
    }

    private static String dealExample(String what) throws IOException {
        return Files.readString(Path.of(
                "../subscription-service/src/main/resources/events",
                "dev.rivulet.subscription.deal." + what + ".v1.example.json"));
    }

    private void fact(String what, UUID deal, UUID... subscriptions) {
        send(DEALS, "dev.rivulet.subscription.deal." + what + ".v1", deal, 1, """
                {"dealId": "%s", "productId": "%s", "segmentId": "%s", "propositionId": %s, "subscriptionIds": [%s]}""".formatted(
                        deal,
                        product,
                        segment,
                        quoted(proposition),
                        Stream.of(subscriptions).map(DealEventsTest::quoted).collect(joining(", "))));
    }

    private static String quoted(Object id) {
        return id == null ? "null" : "\"" + id + "\"";
    }

    private void send(String topic, String type, UUID aggregate, int version, String payload) {
        var event = new Event(
                UUID.randomUUID().toString(),
                "/rivulet/subscription",
                type,
                sales.tenant(),
                aggregate.toString(),
                version,
                payload,
                null);
        Topic.send(List.of(Envelope.write(topic, event, Instant.parse("2026-03-01T10:00:00Z"))));
    }
}
