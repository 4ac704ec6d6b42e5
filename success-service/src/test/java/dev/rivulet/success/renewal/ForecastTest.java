package dev.rivulet.success.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From four past renewals on a share says something here. */
@QuarkusTest
class ForecastTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 15);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 15);

    private final Caller success = Caller.sandbox();

    @Test
    void shouldExpectWhatWasKeptAndTellHowOftenTheRiskWasRight() {
        var producer = success.producer();
        var accounts = new ArrayList<UUID>();
        var story = new MrrStory(producer);
        producer.send(producer.clock(Instant.parse("2025-02-01T00:00:00Z")));
        for (var i = 0; i < 5; i++) {
            var account = UUID.randomUUID();
            accounts.add(account);
            producer.send(
                    producer.account(account, 0, "Customer " + i, "UTC"),
                    Yearly.of(producer, account, START).state(0, "1200.00", null));
            story.moved(account, "NEW", START, "100.00");
        }
        story.send();
        success.eventually("/renewals", found -> assertThat(found.path("items")).hasSize(5));

        // Nobody uses the seats: after 90 days that is a grave reason.
        assertThat(success.json("/renewals/forecast").path("months")).isEmpty();
        var before = success.json("/renewals/forecast?months=12");
        assertThat(before.at("/months/0/month").asText()).isEqualTo("2026-01");
        assertThat(before.at("/months/0/upForRenewal/amount").asText()).isEqualTo("500.00");
        assertThat(before.at("/months/0/expectedRetained").isNull()).isTrue();
        assertThat(before.at("/months/0/reason").asText()).isEqualTo("too-few-past-renewals");
        assertThat(before.at("/months/0/low/amount").asText()).isEqualTo("0.00");
        assertThat(before.at("/months/0/high/amount").asText()).isEqualTo("500.00");

        // Seen 30 days before; then one stays, one grows, one shrinks and two go, one of which is told late.
        producer.send(producer.clock(Instant.parse("2025-12-16T12:00:00Z")));
        success.eventually(
                "/renewals",
                found ->
                        assertThat(found.path("items").findValuesAsText("risk")).containsOnly("HIGH"));
        story.moved(accounts.get(1), "EXPANSION", DUE, "50.00");
        story.moved(accounts.get(2), "CONTRACTION", DUE.minusDays(3), "-50.00");
        story.moved(accounts.get(3), "CHURN", DUE, "-100.00");
        story.send();
        producer.send(producer.clock(Instant.parse("2026-01-16T12:00:00Z")));
        success.eventually("/renewals/precision", precision -> {
            var high = risk(precision.path("risks"), "HIGH");
            assertThat(high.path("renewals").asInt()).isEqualTo(5);
            assertThat(high.path("renewed").asInt()).isEqualTo(2);
            assertThat(high.path("expanded").asInt()).isEqualTo(1);
            assertThat(high.path("contracted").asInt()).isEqualTo(1);
            assertThat(high.path("lost").asInt()).isEqualTo(1);
            assertThat(high.path("enough").asBoolean()).isTrue();
            assertThat(risk(precision.path("risks"), "LOW").path("enough").asBoolean())
                    .isFalse();
            assertThat(risk(precision.path("risks"), "LOW")
                            .at("/lostShare/share")
                            .isNull())
                    .isTrue();
        });
        story.moved(accounts.get(4), "CHURN", DUE, "-100.00", "EUR", LocalDate.of(2026, 1, 20), "")
                .send();
        success.eventually("/renewals/precision", precision -> {
            var high = risk(precision.path("risks"), "HIGH");
            assertThat(high.path("lost").asInt()).isEqualTo(2);
            assertThat(high.path("renewed").asInt()).isEqualTo(1);
            // Wilson's interval of 2 of 5.
            assertThat(high.at("/lostShare/share").decimalValue()).isEqualByComparingTo("0.4");
            assertThat(high.at("/lostShare/low").decimalValue()).isEqualByComparingTo("0.1176");
            assertThat(high.at("/lostShare/high").decimalValue()).isEqualByComparingTo("0.7693");
            assertThat(precision.at("/caught/hits").asInt()).isEqualTo(2);
            assertThat(precision.at("/caught/of").asInt()).isEqualTo(2);
            assertThat(precision.path("unseen").asInt()).isZero();
        });
        assertThat(risk(success.json("/renewals/precision?from=2026-01-16").path("risks"), "HIGH")
                        .path("renewals")
                        .asInt())
                .isZero();

        // Their seats are idle a year later too: 3 of 5 such renewals were kept.
        var next = success.json("/renewals/forecast?months=13").at("/months/0");
        assertThat(next.path("month").asText()).isEqualTo("2027-01");
        assertThat(next.path("renewals").asInt()).isEqualTo(5);
        assertThat(next.at("/upForRenewal/amount").asText()).isEqualTo("500.00");
        assertThat(next.at("/expectedRetained/amount").asText()).isEqualTo("300.00");
        assertThat(next.at("/low/amount").asText()).isEqualTo("115.35");
        assertThat(next.at("/high/amount").asText()).isEqualTo("441.20");
        assertThat(next.at("/risks/0/risk").asText()).isEqualTo("HIGH");

        assertThat(Caller.fresh().json("/renewals/forecast").path("months")).isEmpty();
    }

    @Test
    void shouldNotJudgeWhatNobodyCouldHaveForeseen() {
        var producer = success.producer();
        var account = UUID.randomUUID();
        var yearly = Yearly.of(producer, account, START);
        producer.send(producer.clock(Instant.parse("2026-01-05T00:00:00Z")));
        producer.send(producer.account(account, 0, "Late", "UTC"), yearly.state(0, "1200.00", null));
        new MrrStory(producer).moved(account, "NEW", START, "100.00").send();
        success.eventually("/renewals", found -> assertThat(found.path("items")).hasSize(1));
        producer.send(producer.clock(Instant.parse("2026-01-16T12:00:00Z")));
        success.eventually(
                "/renewals/precision",
                precision -> assertThat(precision.path("unseen").asInt()).isEqualTo(1));
        assertThat(success.json("/renewals/precision").path("risks").findValues("renewals"))
                .allMatch(renewals -> renewals.asInt() == 0);
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        for (var months : List.of("0", "25", "x")) {
            success.get("/renewals/forecast?months=" + months)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("parameter-invalid"));
        }
        success.get("/renewals/precision?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("range-backwards"));
        success.inRole("partner").get("/renewals/forecast").then().statusCode(403);
        success.inRole("partner").get("/renewals/precision").then().statusCode(403);
    }

    private static JsonNode risk(JsonNode risks, String name) {
        for (var risk : risks) {
            if (risk.path("risk").asText().equals(name)) {
                return risk;
            }
        }
        throw new AssertionError(name + " is not in " + risks);
    }
}
