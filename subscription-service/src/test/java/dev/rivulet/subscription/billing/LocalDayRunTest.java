package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Wherever an account is, the run bills it when its own day begins, whatever clocks do there that night. */
@QuarkusTest
class LocalDayRunTest {

    /** When days begin, as almanacs tell it: none of it is asked of the library that the service asks. */
    private static final String DAWNS = """
            # Midnight is left out when the clocks go forward.
            America/Sao_Paulo   2018-11-04 2018-11-04T03:00:00Z
            Africa/Cairo        2024-04-26 2024-04-25T22:00:00Z
            Asia/Beirut         2024-03-31 2024-03-30T22:00:00Z
            Atlantic/Azores     2024-03-31 2024-03-31T01:00:00Z
            America/Havana      2024-03-10 2024-03-10T05:00:00Z
            America/Santiago    2024-09-08 2024-09-08T04:00:00Z
            # Midnight comes late: the last hour of the day before is there twice.
            America/Sao_Paulo   2018-02-18 2018-02-18T03:00:00Z
            Africa/Cairo        2024-11-01 2024-10-31T22:00:00Z
            America/Santiago    2024-04-07 2024-04-07T04:00:00Z
            # Midnight comes twice: the first hour of the day does.
            Atlantic/Azores     2024-10-27 2024-10-27T00:00:00Z
            America/Havana      2024-11-03 2024-11-03T04:00:00Z
            # The days of a change at night, and those after them.
            America/New_York    2024-03-10 2024-03-10T05:00:00Z
            America/New_York    2024-03-11 2024-03-11T04:00:00Z
            Europe/Berlin       2024-03-31 2024-03-30T23:00:00Z
            Europe/Berlin       2024-04-01 2024-03-31T22:00:00Z
            Europe/Berlin       2024-10-27 2024-10-26T22:00:00Z
            Europe/Berlin       2024-10-28 2024-10-27T23:00:00Z
            Australia/Lord_Howe 2024-04-07 2024-04-06T13:00:00Z
            Australia/Lord_Howe 2024-04-08 2024-04-07T13:30:00Z
            Pacific/Chatham     2024-09-29 2024-09-28T11:15:00Z
            Pacific/Chatham     2024-09-30 2024-09-29T10:15:00Z
            # The day that most years have not, and both ends of the world.
            Pacific/Kiritimati  2024-02-29 2024-02-28T10:00:00Z
            Asia/Kathmandu      2024-02-29 2024-02-28T18:15:00Z
            Pacific/Pago_Pago   2024-02-29 2024-02-29T11:00:00Z
            Pacific/Kiritimati  2024-12-31 2024-12-30T10:00:00Z
            Pacific/Pago_Pago   2024-12-31 2024-12-31T11:00:00Z""";

    private record Dawn(String zone, LocalDate day, Instant begins) {

        static Dawn of(String line) {
            var words = line.split(" +");
            return new Dawn(words[0], LocalDate.parse(words[1]), Instant.parse(words[2]));
        }

        LocalDate before() {
            return day.minusWeeks(1);
        }

        /** What has been invoiced by a second before the day, and by its beginning. */
        String story(List<String> before, List<String> then) {
            return zone + " " + before + " " + then;
        }

        String expected() {
            var first = day.minusDays(1) + " for " + before();
            return story(List.of(first), List.of(first, day + " for " + day));
        }
    }

    @Test
    void shouldBillWhenTheDayBeginsAndNotBefore() {
        var dawns = DAWNS.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Dawn::of)
                .collect(Collectors.groupingBy(Dawn::begins, TreeMap::new, Collectors.toList()));
        var shop = Shop.at("2018-01-01T00:00:00Z");
        var catalog = Catalog.of(shop);
        var plan = catalog.plan("7.00", Map.of("period", "WEEK"));

        var seen = new ArrayList<String>();
        dawns.forEach((begins, there) -> {
            shop.moveClock(begins.minusSeconds(2).toString()).statusCode(200);
            var contracts = there.stream()
                    .map(dawn -> catalog.sign(
                            shop.account(dawn.zone(), "EUR"),
                            plan,
                            Map.of("startDate", dawn.before().toString())))
                    .toList();
            shop.moveClock(begins.minusSeconds(1).toString()).statusCode(200);
            var before = contracts.stream().map(LocalDayRunTest::invoiced).toList();
            shop.moveClock(begins.toString()).statusCode(200);
            for (var i = 0; i < there.size(); i++) {
                var contract = contracts.get(i);
                seen.add(there.get(i).story(before.get(i), invoiced(contract)));
                contract.tryTo("cancellations", Map.of("effective", "NOW")).statusCode(200);
            }
        });

        assertThat(seen)
                .isEqualTo(dawns.values().stream()
                        .flatMap(List::stream)
                        .map(Dawn::expected)
                        .toList());
        new Invariants(shop).shouldHold();
    }

    /** A day is 23, 24 or 25 hours long, or half an hour off that; it costs the same, once. */
    @Test
    void shouldBillEachDayOnceThroughBothChanges() {
        var windows = """
                2024-03-08 America/Havana America/New_York
                2024-03-29 Asia/Beirut Atlantic/Azores Europe/Berlin
                2024-04-05 America/Santiago Australia/Lord_Howe
                2024-04-24 Africa/Cairo
                2024-09-06 America/Santiago
                2024-10-04 Australia/Lord_Howe
                2024-10-25 Asia/Beirut Atlantic/Azores Europe/Berlin
                2024-10-31 Africa/Cairo America/Havana America/New_York""";
        var shop = Shop.at("2024-03-08T00:00:00Z");
        var catalog = Catalog.of(shop);
        var plan = catalog.plan("1.00", Map.of("period", "DAY"));
        for (var window : windows.lines().toList()) {
            var words = List.of(window.split(" "));
            var first = LocalDate.parse(words.getFirst());
            shop.moveClock(first + "T12:00:00Z").statusCode(200);
            var contracts = words.stream()
                    .skip(1)
                    .map(zone -> catalog.sign(shop.account(zone, "EUR"), plan, Map.of()))
                    .toList();

            shop.moveClock(first.plusDays(4) + "T11:30:00Z").body("failed", equalTo(0));

            var days = first.datesUntil(first.plusDays(5))
                    .map(day -> day + " for " + day)
                    .toList();
            for (var contract : contracts) {
                assertThat(invoiced(contract)).as(window).isEqualTo(days);
                contract.tryTo("cancellations", Map.of("effective", "NOW")).statusCode(200);
            }
        }
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldReturnToTheLastOfFebruaryAtBothEndsOfTheWorld() {
        var shop = Shop.at("2024-02-28T12:00:00Z");
        var catalog = Catalog.of(shop);
        var yearly = catalog.plan("366.00", Map.of("period", "YEAR"));
        var first = catalog.sign(shop.account("Pacific/Kiritimati", "EUR"), yearly, Map.of());
        shop.moveClock("2024-02-29T12:00:00Z").statusCode(200);
        var last = catalog.sign(shop.account("Pacific/Pago_Pago", "EUR"), yearly, Map.of());

        shop.moveClock("2028-02-28T10:00:00Z").body("failed", equalTo(0));

        var days = Stream.of("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29")
                .map(day -> day + " for " + day)
                .toList();
        assertThat(invoiced(first)).isEqualTo(days);
        assertThat(invoiced(last)).isEqualTo(days.subList(0, 4));
        shop.moveClock("2028-02-29T10:59:59Z").body("invoices", equalTo(0));
        shop.moveClock("2028-02-29T11:00:00Z").body("invoices", equalTo(1));
        assertThat(invoiced(last)).isEqualTo(days);
        new Invariants(shop).shouldHold();
    }

    /** The day of each invoice, and the first of the days it is for. */
    private static List<String> invoiced(Contract contract) {
        return contract.invoices().stream()
                .map(invoice -> invoice.get("issueDate").asText() + " for "
                        + invoice.get("periodStart").asText())
                .toList();
    }
}
