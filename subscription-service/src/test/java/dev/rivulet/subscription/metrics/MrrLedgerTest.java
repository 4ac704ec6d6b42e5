package dev.rivulet.subscription.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Shop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger against a model that knows nothing but what each subscription was worth on each day. */
@QuarkusTest
class MrrLedgerTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final int DAYS = 365;

    @Inject
    MrrLedger ledger;

    @Inject
    Tenants tenants;

    private final List<UUID> subscriptions = new ArrayList<>();
    private final Map<UUID, UUID> accountOf = new HashMap<>();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.at("2026-12-02T00:00:00Z");
    }

    @Test
    void shouldAlwaysAddUpToWhatIsSoldWhateverTheOrder() {
        var seed = Long.getLong("mrr.seed", System.nanoTime());
        System.out.println("MrrLedgerTest seed " + seed);
        var random = new Random(seed);
        sell(3, 3);
        var model = new HashMap<UUID, long[]>();
        subscriptions.forEach(subscription -> model.put(subscription, new long[DAYS]));
        var reported = new ArrayList<Long>();

        for (var step = 0; step < 200; step++) {
            var subscription = subscriptions.get(random.nextInt(subscriptions.size()));
            var day = random.nextInt(Math.min(DAYS, 40 + step * 2));
            var worth = random.nextInt(3) == 0 ? 0L : random.nextInt(1, 20) * 100L;
            move(subscription, worth, JANUARY.atDay(1).plusDays(day), "step-" + step);
            Arrays.fill(model.get(subscription), day, DAYS, worth);
            if (step % 10 == 0) {
                var looked = random.nextInt(DAYS);
                assertThat(known(looked))
                        .as("seed %d step %d day %d", seed, step, looked)
                        .isEqualTo(sold(model, looked));
            }
            if (step % 20 == 19) {
                var month = JANUARY.plusMonths(reported.size());
                close(month).statusCode(201);
                reported.add(sold(model, endOf(month)));
            }
        }

        for (var invariant : List.of("34-mrr-closes-add-up", "36-mrr-is-never-less-than-nothing")) {
            assertThat(rows(invariant)).as("seed %d", seed).allMatch(List::isEmpty);
        }
        var counted = rows("35-mrr-closes-are-their-movements");
        assertThat(counted).as("seed %d", seed).hasSize(2);
        assertThat(counted.getLast())
                .as("seed %d", seed)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(counted.getFirst());
        assertThat(Sql.column(
                        "SELECT account_id FROM mrr_balance b WHERE tenant_id = ? AND minor <> (SELECT"
                                + " coalesce(sum(amount_minor), 0) FROM mrr_movement m WHERE m.tenant_id = b.tenant_id"
                                + " AND m.account_id = b.account_id)",
                        shop.tenant))
                .as("seed %d", seed)
                .isEmpty();
        for (var i = 0; i < reported.size(); i++) {
            var month = JANUARY.plusMonths(i);
            var read = shop.as("ops").get("/metrics/mrr-closes/" + month).then().statusCode(200);
            if (reported.get(i) != 0) {
                read.body("lines[0].end.amount", equalTo(euros(reported.get(i))));
            }
            read.body("lines[0].endKnownNow.amount", equalTo(euros(sold(model, endOf(month)))));
            retained(month, model, seed);
        }
    }

    /** GRR and logo churn by counting customer by customer. */
    private void retained(YearMonth month, Map<UUID, long[]> model, long seed) {
        long start = 0;
        long kept = 0;
        long customers = 0;
        long lost = 0;
        for (var account : accountOf.values().stream().distinct().toList()) {
            var before = month.equals(JANUARY) ? 0 : worth(account, model, endOf(month.minusMonths(1)));
            var after = worth(account, model, endOf(month));
            start += before;
            kept += Math.min(before, after);
            customers += before > 0 ? 1 : 0;
            lost += before > 0 && after == 0 ? 1 : 0;
        }
        var read = retention(month)
                .body("currencies[0].start.amount", equalTo(euros(start)))
                .body("currencies[0].end.amount", equalTo(euros(sold(model, endOf(month)))))
                .body("currencies[0].startCustomers", equalTo((int) customers))
                .body("currencies[0].lostCustomers", equalTo((int) lost));
        var gross = read.extract().<String>path("currencies[0].grossRevenueRetention.value");
        assertThat(gross)
                .as("seed %d", seed)
                .isEqualTo(
                        start == 0
                                ? null
                                : BigDecimal.valueOf(kept)
                                        .divide(BigDecimal.valueOf(start), 6, RoundingMode.HALF_UP)
                                        .toPlainString());
    }

    @Test
    void shouldBookEachCauseOnceAndKeepWhatItConcerned() {
        sell(1, 2);
        var first = subscriptions.getFirst();
        var second = subscriptions.getLast();
        var facts = new MrrFacts(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), null, "62.09");
        var partner = new MrrFacts(facts.planId(), facts.productId(), null, UUID.randomUUID(), null);

        move(first, 1000, LocalDate.of(2026, 3, 10), "signed", facts);
        move(first, 9900, LocalDate.of(2026, 3, 10), "signed", facts);
        move(second, 500, LocalDate.of(2026, 3, 20), "signed", partner);
        move(second, 500, LocalDate.of(2026, 3, 25), "nothing new", partner);
        move(first, 0, LocalDate.of(2026, 4, 10), "ended", facts);
        move(second, 0, LocalDate.of(2026, 4, 20), "ended", partner);
        move(second, 700, LocalDate.of(2026, 5, 1), "back again", partner);

        assertThat(Sql.column(
                        "SELECT kind || ' ' || amount_minor || ' ' || moved_on FROM mrr_movement WHERE tenant_id = ?"
                                + " ORDER BY id",
                        shop.tenant))
                .containsExactly(
                        "NEW 1000 2026-03-10",
                        "EXPANSION 500 2026-03-20",
                        "CONTRACTION -1000 2026-04-10",
                        "CHURN -500 2026-04-20",
                        "REACTIVATION 700 2026-05-01");
        groups("activityCode", "2026-03-01", "2026-04-30")
                .body("items.key", equalTo(Arrays.asList(null, null, "62.09", "62.09")))
                .body("items.kind", equalTo(List.of("CHURN", "EXPANSION", "CONTRACTION", "NEW")));
        groups("plan", "2026-03-01", "2026-03-31")
                .body("items", hasSize(2))
                .body("items[0].key", equalTo(facts.planId().toString()));
        groups("partner", "2026-05-01", "2026-05-31")
                .body("items[0].key", equalTo(partner.partnerId().toString()))
                .body("items[0].amount.amount", equalTo("7.00"));
        groups("month", "2026-01-01", "2026-12-31")
                .body("items.key", equalTo(List.of("2026-03", "2026-03", "2026-04", "2026-04", "2026-05")));
        shop.as("ops")
                .get("/metrics/movement-entries?from=2026-04-11")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].kind", equalTo("CHURN"));
        shop.as("ops")
                .get("/metrics/movements?kind=CHURN&groupBy=product")
                .then()
                .body("items", hasSize(1))
                .body("items[0].count", equalTo(1));
        retention(YearMonth.of(2026, 4))
                .body("currencies[0].grossRevenueChurn.value", equalTo("1.000000"))
                .body("currencies[0].grossRevenueChurn.policy", equalTo("gross-revenue-churn-1"))
                .body("currencies[0].logoChurn.value", equalTo("1.000000"))
                .body("currencies[0].quickRatio.value", equalTo("0.000000"));
        retention(YearMonth.of(2026, 3))
                .body("currencies[0].netRevenueRetention.value", nullValue())
                .body("currencies[0].netRevenueRetention.reason", equalTo("NO_START"))
                .body("currencies[0].quickRatio.reason", equalTo("NO_LOSS"));
        retention(YearMonth.of(2026, 2)).body("currencies", hasSize(0));
    }

    /** ChartMogul, net MRR retention: new business is none of it, whatever becomes of it within the month. */
    @Test
    void shouldRetainOfTheCustomersOfTheStart() {
        sell(3, 1);
        move(subscriptions.get(0), 10_000, LocalDate.of(2026, 2, 10), "signed");
        move(subscriptions.get(1), 5_000, LocalDate.of(2026, 3, 3), "signed");
        move(subscriptions.get(1), 9_000, LocalDate.of(2026, 3, 10), "changed");
        move(subscriptions.get(2), 5_000, LocalDate.of(2026, 3, 3), "signed");
        move(subscriptions.get(2), 0, LocalDate.of(2026, 3, 20), "ended");
        retention(YearMonth.of(2026, 3))
                .body("currencies[0].netRevenueRetention.value", equalTo("1.000000"))
                .body("currencies[0].netRevenueRetention.policy", equalTo("net-revenue-retention-2"))
                .body("currencies[0].grossRevenueRetention.value", equalTo("1.000000"));
    }

    @Test
    void shouldQueueMovesOfOneCustomer() throws InterruptedException {
        sell(1, 8);
        var threads = new ArrayList<Thread>();
        for (var subscription : subscriptions) {
            threads.add(Thread.ofVirtual().start(() -> {
                move(subscription, 100, LocalDate.of(2026, 3, 1), "signed");
                move(subscription, 0, LocalDate.of(2026, 4, 1), "ended");
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        // Balances follow one another: each movement begins with what the one before it left.
        var balance = 0L;
        var kinds = new ArrayList<String>();
        for (var row : Sql.column(
                "SELECT kind || ' ' || amount_minor FROM mrr_movement WHERE tenant_id = ? ORDER BY id", shop.tenant)) {
            kinds.add(row.split(" ")[0]);
            balance += Long.parseLong(row.split(" ")[1]);
        }
        assertThat(kinds).hasSize(16).containsOnlyOnce("NEW").contains("CHURN");
        assertThat(balance).isZero();
        assertThat(Sql.column("SELECT minor || ' ' || moves FROM mrr_balance WHERE tenant_id = ?", shop.tenant))
                .containsExactly("0 16");
    }

    @Test
    void shouldPageThroughGroups() {
        sell(1, 3);
        for (var i = 0; i < 3; i++) {
            var facts = new MrrFacts(UUID.randomUUID(), null, null, null, null);
            move(subscriptions.get(i), 100, LocalDate.of(2026, 3, 1 + i), "signed", facts);
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = shop.as("ops").queryParam("groupBy", "plan").queryParam("limit", 1);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/metrics/movements")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.key"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).hasSize(3).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void shouldCloseMonthsInOrderAndTellWhatBecameKnownLate() {
        sell(1, 2);
        var first = subscriptions.getFirst();
        move(first, 1000, LocalDate.of(2025, 11, 10), "signed");
        move(first, 1500, LocalDate.of(2026, 1, 10), "grown");

        close(JANUARY)
                .statusCode(201)
                .body("policy", equalTo("closed-1"))
                .body("lines", hasSize(1))
                .body("lines[0].start.amount", equalTo("10.00"))
                .body("lines[0].expansion.amount", equalTo("5.00"))
                .body("lines[0].end.amount", equalTo("15.00"));
        move(subscriptions.getLast(), 300, LocalDate.of(2026, 1, 20), "known late");
        move(first, 1200, LocalDate.of(2026, 2, 10), "shrunk");
        close(YearMonth.of(2026, 2))
                .statusCode(201)
                .body("lines[0].start.amount", equalTo("15.00"))
                .body("lines[0].lateMovements.amount", equalTo("3.00"))
                .body("lines[0].contraction.amount", equalTo("-3.00"))
                .body("lines[0].end.amount", equalTo("15.00"));
        shop.as("ops")
                .get("/metrics/mrr-closes/2026-02/late-movements")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].movedOn", equalTo("2026-01-20"));
        shop.as("ops")
                .get("/metrics/mrr-closes/2026-01")
                .then()
                .body("lines[0].end.amount", equalTo("15.00"))
                .body("lines[0].endKnownNow.amount", equalTo("18.00"));
        shop.as("ops").get("/metrics/mrr-closes?limit=1").then().body("items.month", equalTo(List.of("2026-02")));

        close(JANUARY).statusCode(409).body("code", equalTo("mrr-month-closed"));
        close(YearMonth.of(2026, 5)).statusCode(409).body("code", equalTo("mrr-close-order"));
        close(YearMonth.of(2026, 12)).statusCode(422).body("code", equalTo("mrr-month-open"));
        shop.as("billing")
                .body(Map.of("month", "March"))
                .post("/metrics/mrr-closes")
                .then()
                .statusCode(400)
                .body("code", equalTo("month-invalid"));
        shop.as("billing").get("/metrics/mrr-closes/2026-03").then().statusCode(404);
        shop.as("ops").get("/metrics/retention").then().statusCode(400);
        shop.as("ops").get("/metrics/movements?groupBy=colour").then().statusCode(400);
        Shop.live().as("ops").get("/metrics/mrr-closes").then().body("items", hasSize(0));
    }

    @Test
    void shouldRefuseAMonthThatDoesNotAddUp() {
        sell(1, 1);
        move(subscriptions.getFirst(), 1000, LocalDate.of(2026, 1, 10), "signed");
        close(JANUARY).statusCode(201);
        // As only somebody with the database's keys could.
        Sql.run("SET session_replication_role = replica; UPDATE mrr_movement SET amount_minor = 900 WHERE tenant_id = '"
                + shop.tenant + "'; RESET session_replication_role");

        close(YearMonth.of(2026, 2)).statusCode(409).body("code", equalTo("mrr-close-mismatch"));
        shop.as("ops").get("/metrics/mrr-closes/2026-02").then().statusCode(404);
    }

    /** The rows of this shop each query of a drills' invariant finds; another test spoils its own. */
    private List<List<String>> rows(String invariant) {
        try {
            var text = Files.readString(Path.of("../deploy/drills/invariants/" + invariant + ".sql"));
            return Arrays.stream(text.split("(?m)^-- (none|same) on subscription$"))
                    .skip(1)
                    .map(query -> Sql.column(
                            "SELECT found::text FROM (" + query + ") found WHERE tenant_id = ?", shop.tenant))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- abbreviations

    private void sell(int accounts, int each) {
        var free = shop.plan("0.00");
        var proposition = shop.proposition();
        for (var i = 0; i < accounts; i++) {
            var account = shop.account();
            for (var j = 0; j < each; j++) {
                var subscription = shop.subscribe(account, free, proposition);
                subscriptions.add(subscription);
                accountOf.put(subscription, account);
            }
        }
    }

    private void move(UUID subscription, long minor, LocalDate on, String cause, MrrFacts facts) {
        var account = accountOf.get(subscription);
        inShop(() -> ledger.move(
                List.of(new MrrLedger.Move(account, subscription, new Money(minor, EUR), on, cause, facts))));
    }

    private void move(UUID subscription, long minor, LocalDate on, String cause) {
        move(subscription, minor, on, cause, new MrrFacts(null, null, null, null, null));
    }

    private void inShop(Runnable work) {
        tenants.as(
                shop.tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    work.run();
                    return true;
                }));
    }

    private ValidatableResponse close(YearMonth month) {
        return shop.as("billing")
                .body(Map.of("month", month.toString()))
                .post("/metrics/mrr-closes")
                .then();
    }

    private ValidatableResponse retention(YearMonth month) {
        return shop.as("ops").get("/metrics/retention?month=" + month).then().statusCode(200);
    }

    private ValidatableResponse groups(String by, String from, String to) {
        return shop.as("ops")
                .queryParam("groupBy", by)
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/metrics/movements")
                .then()
                .statusCode(200);
    }

    private long known(int day) {
        return Sql.number(
                "SELECT coalesce(sum(amount_minor), 0) FROM mrr_movement WHERE tenant_id = ? AND moved_on <= ?",
                shop.tenant,
                JANUARY.atDay(1).plusDays(day));
    }

    private static long sold(Map<UUID, long[]> model, int day) {
        return model.values().stream().mapToLong(days -> days[day]).sum();
    }

    private long worth(UUID account, Map<UUID, long[]> model, int day) {
        return subscriptions.stream()
                .filter(subscription -> accountOf.get(subscription).equals(account))
                .mapToLong(subscription -> model.get(subscription)[day])
                .sum();
    }

    private static int endOf(YearMonth month) {
        return month.atEndOfMonth().getDayOfYear() - 1;
    }

    private static String euros(long minor) {
        return new Money(minor, EUR).decimal().toPlainString();
    }
}
