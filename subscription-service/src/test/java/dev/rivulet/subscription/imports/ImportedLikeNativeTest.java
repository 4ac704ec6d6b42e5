package dev.rivulet.subscription.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What was signed here long ago is the oracle: the same things imported today are invoiced the same from then on, to the
 * day and the cent. More by {@code -Drivulet.imported=400}, others by {@code -Drivulet.imported.seed}.
 */
@QuarkusTest
class ImportedLikeNativeTest {

    private static final List<String> ZONES = List.of("UTC", "America/New_York", "Asia/Tokyo", "Europe/Berlin");

    private final long seed = Long.getLong("rivulet.imported.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** A plan, and how long its trial is. */
    private record Sold(UUID plan, int trialDays) {}

    private record Native(Contract contract, Sold sold, Map<String, Object> signing, String zone, Integer billingDay) {}

    @Test
    void shouldBeInvoicedTheSame() {
        var most = Integer.getInteger("rivulet.imported", 30);
        for (var i = 0; i < most; i += 30) {
            compare(Math.min(30, most - i));
        }
    }

    private void compare(int count) {
        var day = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(300));
        var shop = Shop.at(day + "T00:30:00Z");
        var catalog = Catalog.of(shop);
        var plans = List.of(
                new Sold(catalog.plan("31.00"), 0),
                new Sold(catalog.seatPlan("7.77", Map.of()), 0),
                new Sold(catalog.plan("29.31", Map.of("trialDays", 13)), 13),
                new Sold(catalog.plan("99.99", Map.of("billing", "IN_ARREARS")), 0),
                new Sold(catalog.plan("366.00", Map.of("period", "YEAR")), 0),
                new Sold(catalog.plan("61.10", Map.of("period", "HALF_YEAR", "billing", "IN_ARREARS")), 0),
                new Sold(catalog.plan("3.33", Map.of("period", "WEEK")), 0),
                new Sold(
                        catalog.plan(
                                "90.10",
                                Map.of(
                                        "period",
                                        "QUARTER",
                                        "phases",
                                        List.of(Map.of("months", 7, "discountPercent", "33")))),
                        0),
                new Sold(catalog.plan("12.00", Map.of("fixedTermPeriods", 14)), 0));
        var natives = new ArrayList<Native>();
        for (var i = 0; i < count; i++) {
            natives.add(sign(catalog, plans.get(random.nextInt(plans.size())), day));
        }
        var later = day.plusDays(30 + random.nextInt(400));
        shop.moveClock(later + "T12:00:00Z").statusCode(200);
        var before = new HashMap<Native, List<String>>();
        natives.forEach(each -> before.put(each, each.contract().lines()));
        var mrr = cents(natives.getFirst().contract().mrr());

        var imported = take(shop, natives, before);
        assertThat(cents(natives.getFirst().contract().mrr())).as(told()).isEqualTo(2 * mrr);
        // In steps, each short enough for one request.
        for (var days = 50; days <= 500; days += 50) {
            shop.moveClock(later.plusDays(days) + "T12:00:00Z").statusCode(200);
        }

        imported.forEach((each, contract) -> {
            var lines = each.contract().lines();
            assertThat(contract.lines())
                    .as(told() + " " + each)
                    .containsExactlyElementsOf(lines.subList(before.get(each).size(), lines.size()));
        });
        new Invariants(shop).shouldHold();
    }

    private Native sign(Catalog catalog, Sold sold, LocalDate day) {
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        var billingDay = random.nextInt(4) == 0 ? 1 + random.nextInt(31) : null;
        var account = new HashMap<String, Object>(Map.of("name", "Native", "zone", zone, "currency", "EUR"));
        if (billingDay != null) {
            account.put("billingDay", billingDay);
        }
        var id = Shop.id(
                catalog.shop.as("sales").body(account).post("/accounts").then().statusCode(201));
        var signing = new HashMap<String, Object>();
        signing.put("seats", 1 + random.nextInt(9));
        signing.put("startDate", day.plusDays(random.nextInt(90)).toString());
        switch (random.nextInt(4)) {
            case 0 -> signing.put("anchor", Map.of("rule", "BILLING_DAY", "day", 1 + random.nextInt(31)));
            case 1 -> signing.put("anchor", Map.of("rule", "CALENDAR"));
            default -> {}
        }
        return new Native(catalog.sign(id, sold.plan(), signing), sold, signing, zone, billingDay);
    }

    private Map<Native, Contract> take(Shop shop, List<Native> natives, Map<Native, List<String>> before) {
        var migration = new Migration(shop);
        for (var i = 0; i < natives.size(); i++) {
            var each = natives.get(i);
            var account = new HashMap<String, Object>(Map.of("zone", each.zone()));
            if (each.billingDay() != null) {
                account.put("billingDay", each.billingDay());
            }
            var start = LocalDate.parse(each.signing().get("startDate").toString());
            var more = new HashMap<String, Object>(each.signing());
            more.remove("startDate");
            var trialEnd = start.plusDays(each.sold().trialDays());
            if (each.sold().trialDays() > 0) {
                more.put("trialEnd", trialEnd.toString());
            }
            more.put("chargedThrough", chargedThrough(before.get(each), trialEnd));
            migration
                    .account("C-" + i, Map.of(), account)
                    .subscription("S-" + i, "C-" + i, each.sold().plan(), start.toString(), more);
        }
        var active = migration.active();
        var contracts = new LinkedHashMap<Native, Contract>();
        for (var i = 0; i < natives.size(); i++) {
            contracts.put(natives.get(i), migration.contract(active, "S-" + i));
        }
        return contracts;
    }

    /** The end of the last days charged; where nothing was, the first day that is to be. */
    private static String chargedThrough(List<String> lines, LocalDate first) {
        return lines.stream()
                .map(line -> line.replaceFirst(".*\\.\\.(\\S+) .*", "$1"))
                .max(String::compareTo)
                .orElse(first.toString());
    }

    private static long cents(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    private String told() {
        return "-Drivulet.imported.seed=" + seed;
    }
}
