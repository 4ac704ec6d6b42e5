package dev.rivulet.success.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However events come, the rollups are what a few lines make of the different ones among them. */
@QuarkusTest
class UsageOracleTest {

    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "America/Havana");
    private static final List<String> ROLLUPS = List.of(
            "SELECT account_id || ' ' || day || ' ' || metric || ' ' || feature || ' ' || user_id || ' '"
                    + " || trim_scale(quantity) || ' ' || events FROM usage_day WHERE tenant_id = ? ORDER BY 1",
            "SELECT account_id || ' ' || month || ' ' || user_id || ' ' || days FROM usage_user_month"
                    + " WHERE tenant_id = ? ORDER BY 1",
            "SELECT account_id || ' ' || month || ' ' || users || ' ' || days FROM usage_month"
                    + " WHERE tenant_id = ? ORDER BY 1",
            "SELECT account_id || ' ' || month || ' ' || metric || ' ' || trim_scale(quantity) || ' ' || events"
                    + " FROM usage_metric_month WHERE tenant_id = ? ORDER BY 1");

    private final Caller success = Caller.fresh();
    private final Uses uses = new Uses(success.tenant());

    @Inject
    KafkaClientService kafka;

    private record Use(
            String id, UUID account, String user, String metric, String feature, String quantity, Instant at) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20_250_301, 4_711})
    void shouldBeWhatTheOracleSays(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var accounts = accounts();
        var different = different(random, List.copyOf(accounts.keySet()));
        var sent = new ArrayList<ProducerRecord<String, String>>();
        for (var use : different) {
            for (var copies = 1 + random.nextInt(3); copies > 0; copies--) {
                sent.add(record(use));
            }
        }
        Collections.shuffle(sent, random);
        Topic.send(sent);

        awaitEvents(different.size());
        assertThat(rollups()).isEqualTo(oracle(different, accounts));
        assertThat(Sql.number("SELECT count(*) FROM usage_conflict WHERE tenant_id = ?", success.tenant()))
                .isZero();
    }

    @Test
    void shouldBeTheSameAfterTheLogIsReadOnceMore() {
        var random = new Random(42);
        var accounts = accounts();
        var different = different(random, List.copyOf(accounts.keySet()));
        var conflicting = different.getFirst();
        Topic.send(different.stream().map(this::record).toList());
        Uses.send(uses.event(conflicting.id(), conflicting.account(), "somebody", "m", null, "77", conflicting.at()));
        awaitEvents(different.size());
        var before = rollups();
        var late = corrections();
        assertThat(late).isNotEmpty();

        readAgain();
        // What comes behind the whole log shows that it has been read.
        var last = new Use("last", accounts.firstKey(), "u0", "m", "m", "1", Instant.parse("2025-03-10T12:00:00Z"));
        Uses.send(record(last));
        awaitEvents(different.size() + 1L);
        var withLateLast = corrections();
        assertThat(withLateLast).hasSizeGreaterThanOrEqualTo(late.size());
        var withLast = new ArrayList<>(different);
        withLast.add(last);
        assertThat(rollups()).isEqualTo(oracle(withLast, accounts)).isNotEqualTo(before);
        assertThat(Sql.number("SELECT count(*) FROM usage_conflict WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(1);

        for (var table : List.of(
                "usage_event",
                "usage_day",
                "usage_user_month",
                "usage_month",
                "usage_metric_month",
                "usage_account",
                "usage_correction",
                "usage_conflict")) {
            Sql.run("DELETE FROM " + table + " WHERE tenant_id = '" + success.tenant() + "'");
        }
        readAgain();
        awaitEvents(different.size() + 1L);
        assertThat(rollups()).isEqualTo(oracle(withLast, accounts));
        assertThat(corrections()).isEqualTo(withLateLast);
        assertThat(Sql.number("SELECT count(*) FROM usage_conflict WHERE tenant_id = ?", success.tenant()))
                .isEqualTo(1);
    }

    private void readAgain() {
        var consumers = kafka.getConsumerChannels().stream()
                .filter(channel -> channel.startsWith("usage"))
                .toList();
        assertThat(consumers).hasSize(2);
        for (var channel : consumers) {
            kafka.<String, String>getConsumer(channel)
                    .runOnPollingThread(consumer -> {
                        consumer.seekToBeginning(consumer.assignment());
                    })
                    .await()
                    .atMost(Duration.ofSeconds(60));
        }
    }

    private TreeMap<UUID, ZoneId> accounts() {
        var producer = success.producer();
        var accounts = new TreeMap<UUID, ZoneId>();
        for (var zone : ZONES) {
            var account = UUID.randomUUID();
            accounts.put(account, ZoneId.of(zone));
            producer.send(producer.account(account, 0, "Acme", zone));
        }
        accounts.keySet()
                .forEach(account -> success.eventually(
                        "/customers/" + account,
                        customer -> assertThat(customer.path("zone").asText()).isNotEmpty()));
        return accounts;
    }

    /** Over weeks around a change of the clocks and the end of a month. */
    private static List<Use> different(Random random, List<UUID> accounts) {
        var begin = Instant.parse("2025-02-20T00:00:00Z");
        var different = new ArrayList<Use>();
        for (var i = 0; i < 600; i++) {
            var metric = "m" + random.nextInt(2);
            different.add(new Use(
                    "e" + i,
                    accounts.get(random.nextInt(accounts.size())),
                    "u" + random.nextInt(6),
                    metric,
                    random.nextBoolean() ? metric : "f" + random.nextInt(3),
                    new BigDecimal(1 + random.nextInt(1_000_000))
                            .movePointLeft(random.nextInt(6))
                            .toPlainString(),
                    begin.plus(random.nextInt(40 * 24 * 3_600), ChronoUnit.SECONDS)));
        }
        return different;
    }

    private ProducerRecord<String, String> record(Use use) {
        var feature = use.feature().equals(use.metric()) ? null : use.feature();
        return uses.event(use.id(), use.account(), use.user(), use.metric(), feature, use.quantity(), use.at());
    }

    private void awaitEvents(long number) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.number(
                                "SELECT coalesce(sum(events), 0) FROM usage_day WHERE tenant_id = ?", success.tenant()))
                        .isEqualTo(number));
    }

    private List<String> corrections() {
        return Sql.column(
                "SELECT to_jsonb(c)::text AS row FROM usage_correction c WHERE tenant_id = ? ORDER BY row",
                success.tenant());
    }

    private List<List<String>> rollups() {
        return ROLLUPS.stream()
                .map(query -> Sql.column(query, success.tenant()))
                .toList();
    }

    private static List<List<String>> oracle(List<Use> different, TreeMap<UUID, ZoneId> accounts) {
        var days = new TreeMap<String, BigDecimal>();
        var dayEvents = new TreeMap<String, Integer>();
        var userDays = new TreeMap<String, Integer>();
        var users = new TreeMap<String, TreeSet<String>>();
        var monthDays = new TreeMap<String, Integer>();
        var metrics = new TreeMap<String, BigDecimal>();
        var metricEvents = new TreeMap<String, Integer>();
        for (var use : different) {
            LocalDate day = use.at().atZone(accounts.get(use.account())).toLocalDate();
            var month = use.account() + " " + day.withDayOfMonth(1);
            var key = String.join(" ", use.account() + "", day + "", use.metric(), use.feature(), use.user());
            var quantity = new BigDecimal(use.quantity());
            var bit = 1 << (day.getDayOfMonth() - 1);
            days.merge(key, quantity, BigDecimal::add);
            dayEvents.merge(key, 1, Integer::sum);
            userDays.merge(month + " " + use.user(), bit, (one, other) -> one | other);
            users.computeIfAbsent(month, none -> new TreeSet<>()).add(use.user());
            monthDays.merge(month, bit, (one, other) -> one | other);
            metrics.merge(month + " " + use.metric(), quantity, BigDecimal::add);
            metricEvents.merge(month + " " + use.metric(), 1, Integer::sum);
        }
        return List.of(
                lines(days, dayEvents),
                userDays.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .sorted()
                        .toList(),
                users.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + entry.getValue().size() + " " + monthDays.get(entry.getKey()))
                        .sorted()
                        .toList(),
                lines(metrics, metricEvents));
    }

    private static List<String> lines(TreeMap<String, BigDecimal> sums, TreeMap<String, Integer> events) {
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().stripTrailingZeros().toPlainString() + " " + events.get(entry.getKey()))
                .sorted()
                .toList();
    }
}
