package dev.rivulet.success.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenewalTest {

    private final Caller success = Caller.fresh();
    private final Producer producer = success.producer();
    private final LocalDate today = Caller.today();

    @Test
    void shouldListWhatComesUpWithEveryReason() {
        var account = account("Northwind");
        var start = today.minusDays(300);
        producer.send(Yearly.of(producer, account, start).state(0, "1200.00", null));
        success.post("/problems", """
                {"accountId":"%s","title":"t","severity":"CRITICAL"}""".formatted(account)).then().statusCode(201);

        success.eventually("/renewals?accountId=" + account, found -> {
            var renewal = only(found);
            assertThat(renewal.path("accountName").asText()).isEqualTo("Northwind");
            assertThat(renewal.path("subscriptionId").asText()).isEqualTo(account.toString());
            assertThat(renewal.path("planName").asText()).isEqualTo("Team, yearly");
            assertThat(renewal.path("renewalOn").asText())
                    .isEqualTo(start.plusYears(1).toString());
            assertThat(renewal.path("daysLeft").asLong())
                    .isEqualTo(start.plusYears(1).toEpochDay() - today.toEpochDay());
            assertThat(renewal.at("/mrr/amount").asText()).isEqualTo("100.00");
            assertThat(renewal.path("risk").asText()).isEqualTo("HIGH");
            assertThat(renewal.path("policy").asText()).isEqualTo("renewal-risk-1");
            assertThat(reason(renewal, "PROBLEMS_CRITICAL").at("/numbers/count").asInt())
                    .isEqualTo(1);
            // Ten seats of which nobody uses any after 300 days.
            var idle = reason(renewal, "LICENCES_IDLE");
            assertThat(idle.path("effect").asText()).isEqualTo("GRAVE");
            assertThat(idle.at("/numbers/utilisation").decimalValue()).isZero();
            assertThat(idle.at("/numbers/target").decimalValue()).isEqualByComparingTo("0.8");
            assertThat(reason(renewal, "SPONSOR_UNKNOWN").path("effect").asText())
                    .isEqualTo("UNKNOWN");
        });
    }

    @Test
    void shouldNotCallAYoungCustomerOfWhomNothingIsKnownRisky() {
        var account = account("Young");
        producer.send(Yearly.of(producer, account, today.minusDays(3)).state(0, "1200.00", null));
        success.eventually("/renewals?accountId=" + account, found -> {
            assertThat(only(found).path("risk").asText()).isEqualTo("UNKNOWN");
            assertThat(only(found).path("reasons").findValuesAsText("effect")).containsOnly("UNKNOWN");
        });
    }

    @Test
    void shouldComeUpWhereTheYearEnds() {
        var account = account("Calendar");
        var newYear = today.withDayOfYear(1);
        producer.send(Yearly.of(producer, account, newYear.plusDays(5)).state(0, "1200.00", null, newYear));
        success.eventually(
                "/renewals?accountId=" + account,
                found -> assertThat(only(found).path("renewalOn").asText())
                        .isEqualTo(newYear.plusYears(1).toString()));
    }

    @Test
    void shouldCountADecidedEndAsLostUntilItIsTakenBack() {
        var account = account("Monthly");
        var monthly = Yearly.of(producer, account, today.minusDays(100)).every("MONTH");
        var end = today.plusDays(20);
        producer.send(monthly.state(0, "50.00", null), monthly.state(1, "50.00", end));
        success.eventually("/renewals?risk=LOST", found -> {
            var renewal = only(found);
            assertThat(renewal.path("renewalOn").asText()).isEqualTo(end.toString());
            assertThat(reason(renewal, "END_DECIDED").at("/numbers/daysLeft").asInt())
                    .isEqualTo(20);
            assertThat(renewal.at("/mrr/amount").asText()).isEqualTo("50.00");
        });

        producer.send(monthly.state(2, "50.00", null));
        success.eventually("/renewals", found -> assertThat(found.path("items")).isEmpty());
    }

    @Test
    void shouldFilterSortAndPage() {
        var small = account("Small");
        var large = account("Large");
        var soon = Yearly.of(producer, small, today.minusDays(330));
        var later = Yearly.of(producer, large, today.minusDays(200));
        producer.send(soon.state(0, "120.00", null), later.state(0, "2400.00", null));
        success.eventually("/renewals", found -> assertThat(accounts(found)).containsExactly(small, large));

        assertThat(accounts(success.json("/renewals?sort=-mrr&currency=EUR"))).containsExactly(large, small);
        assertThat(accounts(success.json("/renewals?to=" + today.plusDays(60)))).containsExactly(small);
        assertThat(accounts(success.json("/renewals?from=" + today.plusDays(60))))
                .containsExactly(large);
        assertThat(success.json("/renewals?currency=USD").path("items")).isEmpty();
        assertThat(success.json("/renewals?risk=LOW").path("items")).isEmpty();
        for (var list : new String[] {"/renewals?limit=1", "/renewals?limit=1&risk=HIGH"}) {
            var first = success.json(list);
            assertThat(accounts(first)).containsExactly(small);
            var second =
                    success.json(list + "&cursor=" + first.path("nextCursor").asText());
            assertThat(accounts(second)).containsExactly(large);
            assertThat(second.has("nextCursor")).isFalse();
        }
        assertThat(Caller.fresh().json("/renewals").path("items")).isEmpty();
    }

    @Test
    void shouldShowManagersTheirOwnOnly() {
        var mine = account("Mine");
        var others = account("Others");
        producer.send(
                Yearly.of(producer, mine, today.minusDays(300)).state(0, "1200.00", null),
                Yearly.of(producer, others, today.minusDays(300)).state(0, "1200.00", null));
        success.eventually("/renewals", found -> assertThat(found.path("items")).hasSize(2));
        var admin = success.inRole("admin");
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);

        assertThat(accounts(success.json("/renewals"))).containsExactly(mine);
        assertThat(accounts(success.json("/renewals?risk=HIGH"))).containsExactly(mine);
        assertThat(success.json("/renewals?accountId=" + others).path("items")).isEmpty();
        assertThat(admin.json("/renewals").path("items")).hasSize(2);
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        success.get("/renewals?from=2026-06-01&to=2026-05-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("range-backwards"));
        success.get("/renewals?from=1026-06-01").then().statusCode(400);
        success.get("/renewals?sort=risk").then().statusCode(400).body("code", equalTo("parameter-invalid"));
        success.get("/renewals?risk=SOME").then().statusCode(400);
        success.get("/renewals?sort=-mrr").then().statusCode(400).body("code", equalTo("money-needs-currency"));
        success.get("/renewals?currency=euro").then().statusCode(400);
        success.get("/renewals?cursor=x").then().statusCode(400).body("errors.pointer", hasItem("?cursor"));
        success.inRole("partner").get("/renewals").then().statusCode(403);
    }

    @Test
    void shouldTellHowItCameOutAndComeUpAgain() {
        var sandbox = Caller.sandbox();
        var teller = sandbox.producer();
        var account = UUID.randomUUID();
        var start = LocalDate.of(2025, 1, 15);
        var yearly = Yearly.of(teller, account, start);
        var story = new MrrStory(teller).moved(account, "NEW", start, "100.00");
        teller.send(teller.clock(Instant.parse("2025-01-20T00:00:00Z")));
        teller.send(teller.account(account, 0, "Acme", "Europe/Berlin"), yearly.state(0, "1200.00", null));
        story.send();
        sandbox.eventually(
                "/renewals",
                found -> assertThat(only(found).path("renewalOn").asText()).isEqualTo("2026-01-15"));

        // 23:30 of the 15th in Berlin: the day is not over where the customer is.
        teller.send(teller.clock(Instant.parse("2026-01-15T22:30:00Z")));
        sandbox.eventually(
                "/renewals",
                found -> assertThat(only(found).path("daysLeft").asLong()).isZero());
        story.moved(account, "CONTRACTION", LocalDate.of(2026, 1, 15), "-40.00").send();
        teller.send(teller.clock(Instant.parse("2026-01-15T23:30:00Z")));

        sandbox.eventually(
                "/renewals",
                found -> assertThat(only(found).path("renewalOn").asText()).isEqualTo("2027-01-15"));
        var timeline = "/customers/" + account + "/timeline?kind=RENEWAL_DECIDED";
        sandbox.eventually(timeline, entries -> {
            var facts = only(entries).path("facts");
            assertThat(facts.path("outcome").asText()).isEqualTo("CONTRACTED");
            assertThat(facts.path("mrrBefore").asText()).isEqualTo("100.00 EUR");
            assertThat(facts.path("mrrAfter").asText()).isEqualTo("60.00 EUR");
        });

        // It is heard late that nothing was left of it.
        story.moved(account, "CHURN", LocalDate.of(2026, 1, 15), "-60.00", "EUR", LocalDate.of(2026, 1, 17), "")
                .send();
        sandbox.eventually(
                timeline,
                entries ->
                        assertThat(only(entries).at("/facts/outcome").asText()).isEqualTo("LOST"));
    }

    private UUID account(String name) {
        var account = UUID.randomUUID();
        producer.send(producer.account(account, 0, name, "UTC"));
        success.eventually(
                "/customers?q=" + name, found -> assertThat(found.path("items")).isNotEmpty());
        return account;
    }

    private static JsonNode only(JsonNode page) {
        assertThat(page.path("items")).hasSize(1);
        return page.at("/items/0");
    }

    private static JsonNode reason(JsonNode renewal, String code) {
        for (var reason : renewal.path("reasons")) {
            if (reason.path("code").asText().equals(code)) {
                return reason;
            }
        }
        throw new AssertionError(code + " is not in " + renewal);
    }

    private static List<UUID> accounts(JsonNode page) {
        return page.path("items").findValuesAsText("accountId").stream()
                .map(UUID::fromString)
                .toList();
    }
}
