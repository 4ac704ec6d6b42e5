package dev.rivulet.success.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.success.Caller;
import dev.rivulet.success.MrrStory;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of the accounts that moved and of the sums is what all movements of all accounts say. */
@QuarkusTest
class TrailingRetentionTest {

    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 18;
    private static final List<String> PLANS = List.of("team", "company");

    private final Caller success = Caller.fresh();
    private final MrrStory story = new MrrStory(success.producer());

    /** What an account has from a day on. */
    private record Account(String plan, TreeMap<LocalDate, Long> levels) {

        long before(YearMonth month) {
            var last = levels.lowerEntry(month.atDay(1));
            return last == null ? 0 : last.getValue();
        }
    }

    private final List<Account> accounts = new ArrayList<>();

    @BeforeEach
    void accountsThatComeGoGrowAndShrink() {
        var random = new Random(7);
        for (var i = 0; i < 40; i++) {
            var id = UUID.randomUUID();
            var account = new Account(PLANS.get(random.nextInt(2)), new TreeMap<>());
            accounts.add(account);
            var level = 0L;
            var wasThere = false;
            for (var month = random.nextInt(MONTHS); month < MONTHS; month += 1 + random.nextInt(5)) {
                var day = FIRST.plusMonths(month).atDay(1 + random.nextInt(28));
                var next = random.nextInt(4) == 0 ? 0L : 100L * (1 + random.nextInt(5));
                if (next == level || (next == 0 && !wasThere)) {
                    continue;
                }
                var kind = level == 0
                        ? wasThere ? "REACTIVATION" : "NEW"
                        : next == 0 ? "CHURN" : next > level ? "EXPANSION" : "CONTRACTION";
                // Who changes the plan stays with those of the first.
                var plan = wasThere ? "other" : account.plan();
                story.moved(id, kind, day, next - level + ".00", "EUR", day, ",\"planId\":\"%s\"".formatted(id(plan)));
                level = next;
                wasThere = true;
                account.levels().put(day, level);
            }
        }
        var movements = story.records().size();
        story.send();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Sql.number(
                                "SELECT count(*) FROM revenue_movement WHERE tenant_id = ?", success.tenant()))
                        .isEqualTo(movements));
    }

    @Test
    void shouldSayWhatAllMovementsSay() {
        for (var months : List.of(1, 3, 7, 12, 17)) {
            for (var last = months - 1; last < MONTHS; last += 3) {
                var to = FIRST.plusMonths(last);
                var told = success.json("/metrics/trailing-retention?by=plan&to=%s&months=%d".formatted(to, months));
                shouldBe(told, account -> true, to, months);
                for (var plan : PLANS) {
                    Predicate<Account> ofPlan = account -> account.plan().equals(plan);
                    var isTold = false;
                    for (var group : told.path("groups")) {
                        if (group.path("value").asText().equals(id(plan))) {
                            shouldBe(group, ofPlan, to, months);
                            isTold = true;
                        }
                    }
                    assertThat(isTold).isEqualTo(customers(ofPlan, to, months) > 0);
                }
            }
        }
    }

    private void shouldBe(JsonNode told, Predicate<Account> which, YearMonth to, int months) {
        var from = to.minusMonths(months - 1L);
        long start = 0, end = 0, kept = 0, lost = 0;
        for (var account : accounts) {
            var before = account.before(from);
            if (which.test(account) && before > 0) {
                var after = account.before(to.plusMonths(1));
                start += before;
                end += after;
                kept += Math.min(before, after);
                lost += after == 0 ? 1 : 0;
            }
        }
        var what = told + " over " + months + " months to " + to;
        assertThat(told.path("startCustomers").asLong()).as(what).isEqualTo(customers(which, to, months));
        assertThat(told.path("lostCustomers").asLong()).as(what).isEqualTo(lost);
        assertThat(told.at("/start/amount").asText()).as(what).isEqualTo(start + ".00");
        assertThat(told.at("/end/amount").asText()).as(what).isEqualTo(end + ".00");
        if (start == 0) {
            assertThat(told.at("/netRevenueRetention/reason").asText()).as(what).isEqualTo("NO_START");
        } else {
            assertThat(told.at("/netRevenueRetention/value").asText()).as(what).isEqualTo(ratio(end, start));
            assertThat(told.at("/grossRevenueRetention/value").asText())
                    .as(what)
                    .isEqualTo(ratio(kept, start));
        }
    }

    private long customers(Predicate<Account> which, YearMonth to, int months) {
        var from = to.minusMonths(months - 1L);
        return accounts.stream()
                .filter(account -> which.test(account) && account.before(from) > 0)
                .count();
    }

    private static String ratio(long part, long whole) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String id(String plan) {
        return Producer.named(plan).toString();
    }
}
