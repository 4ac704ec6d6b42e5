package dev.rivulet.success.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of customers is a function of what lies in Kafka. */
@QuarkusTest
class ReplayTest {

    private static final List<String> COPIES = List.of(
            "customer",
            "subscription",
            "deal",
            "contact",
            "receivable",
            "payment_fact",
            "suspension",
            "timeline_entry",
            "customer_card",
            "customer_score",
            "promise",
            "renewal",
            "product_release",
            "release_asker",
            "request_revenue",
            "tenant_clock");

    /** How often a score has changed depends on what came together; the rest of it is made of the other copies. */
    private static final Map<String, String> OWN = Map.of("customer_score", " - 'version'");

    private static final Instant NOW = Instant.parse("2025-03-15T12:00:00Z");

    private final Caller success = Caller.sandbox();
    private final Producer producer = success.producer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBeTheSameToTheLastBitWhenBuiltAnew(long seed) {
        var random = new Random(seed);
        var told = story();
        ask(told);
        setClock(told);
        tell(told);
        var before = copies("true");
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());

        // Once over what stands, once from nothing.
        for (var fromNothing : List.of(false, true)) {
            forget(fromNothing);
            setClock(told);
            tell(shuffled(told, random));
            assertThat(copies("true"))
                    .as("seed %s, from nothing: %s", seed, fromNothing)
                    .isEqualTo(before);
        }
    }

    /** Of compacted topics only the last snapshot of each key is left after a while. */
    @Test
    void shouldNotNeedTheSnapshotsThatCompactionForgets() {
        var told = story();
        ask(told);
        setClock(told);
        tell(told);
        // That a customer was a prospect once is told by its deal's earlier snapshots alone.
        var lasting = "to_jsonb(t) ->> 'prospect' IS DISTINCT FROM 'true'"
                + " AND to_jsonb(t) ->> 'kind' IS DISTINCT FROM 'CONTRACTING_STARTED'"
                + " AND to_jsonb(t) ->> 'status' IS DISTINCT FROM 'JOINED'"
                + " AND NOT EXISTS (SELECT FROM customer c WHERE c.tenant_id = t.tenant_id AND c.prospect"
                + " AND c.id::text = to_jsonb(t) ->> 'account_id')";
        var before = copies(lasting);
        var last = new LinkedHashMap<String, ProducerRecord<String, String>>();
        for (var record : told) {
            last.put(
                    record.topic().contains(".state.")
                            ? record.topic() + " " + record.key()
                            : record.topic() + " " + last.size(),
                    record);
        }

        forget(true);
        setClock(told);
        tell(List.copyOf(last.values()));

        assertThat(copies(lasting)).isEqualTo(before);
    }

    private List<ProducerRecord<String, String>> story() {
        var start = LocalDate.of(2025, 1, 31);
        var told = new ArrayList<ProducerRecord<String, String>>();
        told.add(producer.clock(NOW));
        for (var n = 0; n < 3; n++) {
            var deal = UUID.randomUUID();
            var account = UUID.randomUUID();
            var since = Instant.parse("2025-01-20T10:00:00Z").plusSeconds(n);
            told.add(producer.deal(deal, null, 0, "PROPOSED", since));
            told.add(producer.deal(deal, null, 1, "CONTRACTING", since.plusSeconds(60)));
            told.add(producer.account(account, 0, "Acme", "UTC"));
            told.add(producer.deal(deal, account, 2, "WON", since.plusSeconds(120)));
            told.add(producer.account(account, 1, "Acme Learning " + n, "Asia/Tokyo"));
            var subscription = UUID.randomUUID();
            told.add(producer.subscription(subscription, account, 0, 10, start));
            told.add(grown(subscription, account, start));
            told.add(producer.subscription(
                    UUID.randomUUID(), account, 0, 5, start, "CANCELLED", start.plusDays(30), "null"));
            told.add(producer.subscription(
                    UUID.randomUUID(), account, 0, 5, start, "ACTIVE", start.plusDays(80), Producer.BENEFIT));
            told.add(producer.release(
                    UUID.randomUUID(),
                    Producer.named("product"),
                    "Certificates",
                    "[\"skills\"]",
                    """
                    [{"accountId":"%s"}]""".formatted(account),
                    since));
            var stays = UUID.randomUUID();
            var leaves = UUID.randomUUID();
            told.add(producer.contact(stays, account, 0, "Ada", "ada@northwind.example"));
            told.add(producer.contact(leaves, account, 0, "Ben", "ben@northwind.example"));
            told.add(producer.contact(stays, account, 1, "Ada Nowak", "ada@northwind.example"));
            told.add(producer.contactGone(leaves, 1));
            for (var month = 0; month < 4; month++) {
                var invoice = UUID.randomUUID();
                var due = start.plusMonths(month);
                told.add(producer.finalized(invoice, account, due));
                if (month % 2 == 0) {
                    told.add(producer.paid(invoice, account, due, due.plusDays(month)));
                }
            }
            told.add(producer.paymentFailed(UUID.randomUUID(), account, start.plusDays(3)));
            var note = UUID.randomUUID();
            told.add(producer.fact(Producer.CREDIT_NOTES, "credit-note.issued", note, 0, """
                    {"id":"%s","number":"CN-1","accountId":"%s","total":{"amount":"11.90","currency":"EUR"},
                    "issueDate":"2025-02-20"}""".formatted(note, account)));
            told.add(suspension(account, "account.suspended", "suspendedOn"));
            told.add(suspension(account, "account.resumed", "resumedOn"));
        }
        return told;
    }

    private ProducerRecord<String, String> grown(UUID subscription, UUID account, LocalDate start) {
        return producer.fact(Producer.SUBSCRIPTIONS, "subscription.changed", subscription, 1, """
                {"id":"%s","accountId":"%s","productId":"%s","planId":"%s","planName":"Team","planVersion":1,
                "price":{"amount":"1200.00","currency":"EUR"},"period":"YEAR","propositionId":"%s","propositionVersion":3,
                "benefit":%s,"seats":25,"status":"ACTIVE","phase":"RUNNING","segmentId":"%s","startDate":"%s","history":[
                {"from":"%s","planId":"%s","planName":"Team","planVersion":1,"seats":10,"mode":"TRIAL"},
                {"from":"%s","planId":"%s","planName":"Team","planVersion":1,"seats":25,"mode":"RUNNING"}]}""".formatted(
                        subscription,
                        account,
                        Producer.named("product"),
                        Producer.named("plan"),
                        Producer.named("proposition"),
                        Producer.BENEFIT,
                        Producer.named("segment"),
                        start,
                        start,
                        Producer.named("plan"),
                        start.plusDays(14),
                        Producer.named("plan")));
    }

    private ProducerRecord<String, String> suspension(UUID account, String type, String field) {
        return producer.fact(Producer.DUNNING, type, account, 1, """
                {"accountId":"%s","episode":1,"owed":{"amount":"79.00","currency":"EUR"},"%s":"2025-03-01"}""".formatted(account, field));
    }

    /** In any order that keeps the records of each key in theirs, with some told again. */
    private static List<ProducerRecord<String, String>> shuffled(
            List<ProducerRecord<String, String>> told, Random random) {
        var byKey = new LinkedHashMap<String, ArrayDeque<ProducerRecord<String, String>>>();
        told.forEach(record -> byKey.computeIfAbsent(record.topic() + record.key(), none -> new ArrayDeque<>())
                .add(record));
        var queues = new ArrayList<>(byKey.values());
        var shuffled = new ArrayList<ProducerRecord<String, String>>();
        while (!queues.isEmpty()) {
            var queue = queues.get(random.nextInt(queues.size()));
            var record = queue.getFirst();
            shuffled.add(record);
            if (random.nextInt(3) != 0) {
                queue.removeFirst();
            }
            if (queue.isEmpty()) {
                queues.remove(queue);
            }
        }
        return shuffled;
    }

    /** By the system's time other promises would be due: a sandbox has its clock before anything happens in it. */
    private void setClock(List<ProducerRecord<String, String>> told) {
        Topic.send(List.of(told.getFirst()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.number(
                                "SELECT count(*) FROM inbox_version WHERE tenant_id = ? AND topic = ?",
                                success.tenant(),
                                Producer.CLOCKS)
                        == 1);
    }

    /** What the customers are worth is kept for those who ask for something, which is told by people. */
    private void ask(List<ProducerRecord<String, String>> told) {
        told.stream()
                .filter(record -> record.topic().equals(Producer.ACCOUNTS))
                .map(ProducerRecord::key)
                .distinct()
                .forEach(account -> Sql.run("INSERT INTO request_revenue (tenant_id, account_id, mrr_minor) VALUES ('"
                        + success.tenant() + "', '" + account + "', 0)"));
    }

    /** Sends the records and waits until every one has been received. */
    private void tell(List<ProducerRecord<String, String>> records) {
        Topic.send(records);
        var facts = records.stream()
                .filter(record -> !record.topic().contains(".state."))
                .distinct()
                .count();
        var versions = new TreeMap<String, Long>();
        records.stream().filter(record -> record.topic().contains(".state.")).forEach(record -> {
            var version = Long.parseLong(new String(
                    record.headers().lastHeader("ce_aggregateversion").value(), StandardCharsets.UTF_8));
            versions.merge(record.topic() + " " + record.key(), version, Math::max);
        });
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Sql.number(
                            // Rules and journeys hear some of the facts, too, and copy nothing.
                            "SELECT count(*) FROM inbox WHERE tenant_id = ? AND consumer NOT LIKE 'success-trigger-%'"
                                    + " AND consumer NOT LIKE 'success-journey-%'",
                            success.tenant()))
                    .isEqualTo(facts);
            assertThat(Sql.column(
                            "SELECT topic || ' ' || aggregate_id || ' ' || version FROM inbox_version"
                                    + " WHERE tenant_id = ?",
                            success.tenant()))
                    .containsExactlyInAnyOrderElementsOf(versions.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList());
        });
        assertThat(Sql.number("SELECT count(*) FROM dead_letter WHERE tenant_id = ?", success.tenant()))
                .isZero();
    }

    /** Resets the offsets, as it were: nothing has been received. */
    private void forget(boolean copiesToo) {
        var tenant = " WHERE tenant_id = '" + success.tenant() + "';";
        var statements = new StringBuilder("SET session_replication_role = replica;");
        for (var table : List.of("inbox", "inbox_version")) {
            statements.append("DELETE FROM ").append(table).append(tenant);
        }
        if (copiesToo) {
            for (var table : COPIES) {
                statements
                        .append(
                                table.equals("request_revenue")
                                        ? "UPDATE request_revenue SET currency = NULL, mrr_minor = 0"
                                        : "DELETE FROM " + table)
                        .append(tenant);
            }
            statements.append("DELETE FROM score_history").append(tenant);
        }
        Sql.run(statements.toString());
    }

    private Map<String, List<String>> copies(String condition) {
        var copies = new TreeMap<String, List<String>>();
        for (var table : COPIES) {
            copies.put(
                    table,
                    Sql.column(
                            "SELECT (to_jsonb(t)" + OWN.getOrDefault(table, "") + ")::text AS row FROM " + table
                                    + " t WHERE tenant_id = ? AND " + condition + " ORDER BY row",
                            success.tenant()));
        }
        return copies;
    }
}
