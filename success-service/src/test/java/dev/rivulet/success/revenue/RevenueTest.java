package dev.rivulet.success.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.kit.testing.Topic;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RevenueTest {

    private static final List<String> COPIES =
            List.of("revenue_movement", "revenue_start", "revenue_rollup", "revenue_account");

    private final Caller success = Caller.fresh();

    @Test
    void shouldTellWhatWasReportedFromWhatIsKnown() {
        var story = new MrrStory(success.producer());
        var grows = UUID.randomUUID();
        var goes = UUID.randomUUID();
        story.moved(grows, "NEW", LocalDate.of(2025, 1, 10), "100.00")
                .moved(goes, "NEW", LocalDate.of(2025, 1, 20), "200.00")
                .moved(grows, "EXPANSION", LocalDate.of(2025, 2, 5), "50.00")
                .moved(goes, "CHURN", LocalDate.of(2025, 2, 28), "-200.00")
                .moved(UUID.randomUUID(), "NEW", LocalDate.of(2025, 3, 1), "30.00")
                // Known only after March had closed as well.
                .moved(grows, "CONTRACTION", LocalDate.of(2025, 2, 20), "-20.00", "EUR", LocalDate.of(2025, 4, 10), "")
                .send();
        var report = "/metrics/retention-report?from=2025-01&to=2025-03";
        success.eventually(report, found -> {
            assertThat(found.at("/months/1/groups/0/reported").isObject()).isTrue();
            assertThat(amount(found, 2, "knownNow", "end")).isEqualTo("160.00");
        });

        var found = success.json(report);
        assertThat(found.path("currency").asText()).isEqualTo("EUR");
        assertThat(amount(found, 1, "knownNow", "start")).isEqualTo("300.00");
        assertThat(amount(found, 1, "knownNow", "end")).isEqualTo("130.00");
        assertThat(amount(found, 1, "reported", "end")).isEqualTo("150.00");
        assertThat(amount(found, 2, "reported", "start")).isEqualTo("150.00");
        var known = found.at("/months/1/groups/0/knownNow");
        assertThat(known.at("/netRevenueRetention/value").asText()).isEqualTo("0.433333");
        assertThat(known.at("/grossRevenueRetention/value").asText()).isEqualTo("0.333333");
        assertThat(known.at("/logoChurn/value").asText()).isEqualTo("0.500000");
        assertThat(known.at("/quickRatio/value").asText()).isEqualTo("0.227273");
        assertThat(known.at("/averageRevenuePerAccount/value").asText()).isEqualTo("130.00");
        // 130.00 * 0.8 / 0.5
        assertThat(known.at("/lifetimeValue/value").asText()).isEqualTo("208.00");
        assertThat(known.at("/lifetimeValue/policy").asText()).isEqualTo("rivulet-2");
        assertThat(found.at("/months/1/groups/0/reported/netRevenueRetention/value")
                        .asText())
                .isEqualTo("0.500000");
        assertThat(found.at("/months/0/groups/0/reported").isMissingNode()
                        || found.at("/months/0/groups/0/reported").isNull())
                .isTrue();
        assertThat(found.at("/months/0/groups/0/knownNow/grossRevenueChurn/reason")
                        .asText())
                .isEqualTo("NO_START");

        var byPlan = success.json(report + "&by=plan");
        assertThat(byPlan.at("/months/1/groups/0/value").asText()).isEqualTo("-");
        var compared = success.json("/metrics/policy-comparison?month=2025-03");
        assertThat(compared.path("policies").findValuesAsText("policy"))
                .contains("rivulet-2", "stripe-3", "chartmogul-4", "profitwell-4", "baremetrics-1");
        var stripe = compared.at("/policies/1/figures/lifetimeValue");
        // 80.00 / 0.0167
        assertThat(stripe.path("value").asText()).isEqualTo("4790.42");
        assertThat(compared.at("/policies/0/figures/lifetimeValue/reason").asText())
                .isEqualTo("NO_CHURN");
        for (var query : List.of(
                "retention-report?policy=best",
                "retention-report?from=x",
                "retention-report?from=2025-03&to=2025-01",
                "retention-report?by=colour",
                "policy-comparison?currency=ZZZ")) {
            success.get("/metrics/" + query).then().statusCode(400);
        }
        assertThat(Caller.fresh().json(report).path("currency").isNull()).isTrue();
    }

    /** Whatever comes twice, late or in another order, and however often the copy is built: the same to the last bit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBeTheSameHoweverItIsBuilt(long seed) {
        var random = new Random(seed);
        var records = records(random);
        send(records, random);
        await(records.size());
        var once = prints();

        for (var table : COPIES) {
            Sql.run("DELETE FROM " + table + " WHERE tenant_id = '" + success.tenant() + "'");
        }
        var twice = new ArrayList<>(records);
        twice.addAll(records);
        send(twice, random);
        await(records.size());
        assertThat(prints()).as("seed " + seed).isEqualTo(once);
        assertThat(Sql.number("SELECT count(*) FROM dead_letter WHERE tenant_id = ?", success.tenant()))
                .isZero();

        // Start and movements make up the end in every month, and what a month ends with the next one starts with.
        var months = success.json("/metrics/retention-report?from=2025-01&to=2026-06")
                .path("months");
        var before = "0.00";
        for (var month : months) {
            if (month.path("groups").isEmpty()) {
                continue;
            }
            var figures = month.at("/groups/0/knownNow");
            assertThat(figures.at("/start/amount").asText()).isEqualTo(before);
            var sum = List.of("start", "gainedNew", "expansion", "contraction", "churn", "reactivation").stream()
                    .map(name ->
                            new BigDecimal(figures.at("/" + name + "/amount").asText()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(figures.at("/end/amount").asText());
            var kept = figures.at("/grossRevenueRetention/value");
            assertThat(kept.isNull() || kept.asDouble() <= 1).isTrue();
            before = figures.at("/end/amount").asText();
        }
    }

    /** What an earlier version has not summed up is filled in as if it had. */
    @Test
    void shouldFillInWhatWasNotSummedUpBefore() throws IOException {
        var records = records(new Random(4));
        send(records, new Random(4));
        await(records.size());
        var whole = prints();
        var mine = " WHERE tenant_id = '" + success.tenant() + "'";
        var added = List.of(
                "grown",
                "lost_quarter",
                "shrunk_quarter",
                "grown_quarter",
                "lost_year",
                "shrunk_year",
                "grown_year",
                "late_grown");
        Sql.run("UPDATE revenue_rollup SET " + String.join(" = 0, ", added) + " = 0" + mine);
        Sql.run("DELETE FROM revenue_rollup r" + mine + " AND NOT EXISTS (SELECT FROM jsonb_each(to_jsonb(r)) f"
                + " WHERE key NOT IN ('start_month', 'month') AND jsonb_typeof(f.value) = 'number'"
                + " AND f.value <> '0')");
        assertThat(prints()).isNotEqualTo(whole);
        try (var file = RevenueTest.class.getResourceAsStream("/db/migration/V86__retained_of_the_start.sql")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Sql.run(text.substring(text.indexOf("CREATE FUNCTION"), text.indexOf("ALTER TABLE revenue_rollup FORCE"))
                    .replace("revenue_movement", "mine")
                    .replace("WITH level AS", "WITH mine AS (SELECT * FROM revenue_movement" + mine + "), level AS"));
        }
        assertThat(prints()).isEqualTo(whole);
    }

    private List<ProducerRecord<String, String>> records(Random random) {
        var story = new MrrStory(success.producer());
        for (var i = 0; i < 40; i++) {
            var account = new UUID(random.nextLong(), random.nextLong());
            var day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(200));
            var level = 0;
            var first = true;
            while (day.isBefore(LocalDate.of(2026, 3, 1))) {
                var next = level == 0 ? 1 + random.nextInt(9) : random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(9);
                if (next != level) {
                    var kind = level == 0
                            ? first ? "NEW" : "REACTIVATION"
                            : next == 0 ? "CHURN" : next > level ? "EXPANSION" : "CONTRACTION";
                    var known = random.nextInt(4) == 0 ? day.plusDays(random.nextInt(90)) : day;
                    var plan = ",\"planId\":\"" + new UUID(0, random.nextInt(3)) + "\"";
                    story.moved(account, kind, day, (next - level) + ".00", "EUR", known, plan);
                    level = next;
                    first = false;
                }
                day = day.plusDays(1 + random.nextInt(80));
            }
        }
        return story.records();
    }

    private static void send(List<ProducerRecord<String, String>> records, Random random) {
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        Topic.send(shuffled);
    }

    /** Until all have come and, since copies follow in the same order, all copies have. */
    private void await(int movements) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Sql.number("SELECT count(*) FROM revenue_movement WHERE tenant_id = ?", success.tenant()))
                    .isEqualTo(movements);
        });
    }

    private List<String> prints() {
        return COPIES.stream()
                .map(table -> Sql.column(
                                "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM " + table
                                        + " t WHERE tenant_id = ?",
                                success.tenant())
                        .getFirst())
                .toList();
    }

    private static String amount(JsonNode report, int month, String view, String name) {
        return report.at("/months/" + month + "/groups/0/" + view + "/" + name + "/amount")
                .asText();
    }
}
