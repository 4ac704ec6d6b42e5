package dev.rivulet.subscription.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first charge begins on exactly the day up to which everything is charged, in the periods there always were. */
@QuarkusTest
class ImportedPeriodsTest {

    private static final String TODAY = "2026-01-20";

    /** Plan; original start; charged up to; trial's end; billing day of the anchor; end; until; what is invoiced. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                // The 31st is the last day of shorter months, and comes back.
                "MONTH, 2025-10-31, 2026-01-31, -, -, -, 2026-04-30, 2026-01-31 2026-01-31..2026-02-28 62.00;"
                        + "2026-02-28 2026-02-28..2026-03-31 62.00;2026-03-31 2026-03-31..2026-04-30 62.00;"
                        + "2026-04-30 2026-04-30..2026-05-31 62.00",
                // Feb 29 returns to the 29th in leap years.
                "YEAR, 2024-02-29, 2026-02-28, -, -, -, 2028-02-29, 2026-02-28 2026-02-28..2027-02-28 62.00;"
                        + "2027-02-28 2027-02-28..2028-02-29 62.00;2028-02-29 2028-02-29..2029-02-28 62.00",
                "HALF_YEAR, 2025-08-31, 2026-02-28, -, -, -, 2026-08-31, 2026-02-28 2026-02-28..2026-08-31 62.00;"
                        + "2026-08-31 2026-08-31..2027-02-28 62.00",
                "QUARTER, 2024-11-30, 2026-02-28, -, -, -, 2026-05-30, 2026-02-28 2026-02-28..2026-05-30 62.00;"
                        + "2026-05-30 2026-05-30..2026-08-30 62.00",
                "WEEK, 2025-01-06, 2026-01-26, -, -, -, 2026-02-02, 2026-01-26 2026-01-26..2026-02-02 62.00;"
                        + "2026-02-02 2026-02-02..2026-02-09 62.00",
                // In arrears what runs is charged when it is over.
                "ARREARS, 2025-10-15, 2026-01-15, -, -, -, 2026-03-15, 2026-02-15 2026-01-15..2026-02-15 62.00;"
                        + "2026-03-15 2026-02-15..2026-03-15 62.00",
                // A billing day of its own.
                "MONTH, 2025-10-10, 2026-01-31, -, 31, -, 2026-02-28, 2026-01-31 2026-01-31..2026-02-28 62.00;"
                        + "2026-02-28 2026-02-28..2026-03-31 62.00",
                // A trial that runs, and one that is over.
                "MONTH, 2026-01-10, -, 2026-01-31, -, -, 2026-02-28, 2026-01-31 2026-01-31..2026-02-28 62.00;"
                        + "2026-02-28 2026-02-28..2026-03-31 62.00",
                "MONTH, 2025-12-17, 2026-01-31, 2025-12-31, -, -, 2026-02-28, 2026-01-31 2026-01-31..2026-02-28 62.00;"
                        + "2026-02-28 2026-02-28..2026-03-31 62.00",
                // Charged up to a day within a period: the rest of it costs its days.
                "MONTH, 2025-10-01, 2026-01-26, -, -, -, 2026-02-01, 2026-01-26 2026-01-26..2026-02-01 12.00;"
                        + "2026-02-01 2026-02-01..2026-03-01 62.00",
                // Behind: what was missed is caught up with at once.
                "MONTH, 2025-10-01, 2025-12-01, -, -, -, 2026-02-01, 2026-01-20 2025-12-01..2026-01-01 62.00;"
                        + "2026-01-20 2026-01-01..2026-02-01 62.00;2026-02-01 2026-02-01..2026-03-01 62.00",
                // Far ahead: nothing for a year.
                "YEAR, 2025-12-01, 2026-12-01, -, -, -, 2026-12-01, 2026-12-01 2026-12-01..2027-12-01 62.00",
                // It is decided to end.
                "MONTH, 2025-10-01, 2026-02-01, -, -, 2026-02-15, 2026-04-01, 2026-02-01 2026-02-01..2026-02-15 31.00",
                "MONTH, 2025-10-01, 2026-02-01, -, -, 2026-02-01, 2026-04-01, ''",
                // Begins later than today.
                "MONTH, 2026-02-10, 2026-02-10, -, -, -, 2026-03-10, 2026-02-10 2026-02-10..2026-03-10 62.00;"
                        + "2026-03-10 2026-03-10..2026-04-10 62.00"
            })
    void shouldGoOn(
            String period,
            String start,
            String charged,
            String trialEnd,
            Integer billingDay,
            String end,
            String until,
            String invoiced) {
        var shop = Shop.at(TODAY + "T10:00:00Z");
        var catalog = Catalog.of(shop);
        var plan = period.equals("ARREARS")
                ? catalog.plan("62.00", Map.of("billing", "IN_ARREARS"))
                : catalog.plan("62.00", Map.of("period", period));
        var more = new HashMap<String, Object>();
        put(more, "chargedThrough", charged);
        put(more, "trialEnd", trialEnd);
        put(more, "endDate", end);
        put(more, "anchor", billingDay == null ? null : Map.of("rule", "BILLING_DAY", "day", billingDay));
        var migration = new Migration(shop).account("C").subscription("S", "C", plan, start, more);

        var active = migration.active();
        var contract = migration.contract(active, "S");
        shop.moveClock(until + "T00:00:00Z").statusCode(200);

        assertThat(contract.lines())
                .containsExactlyElementsOf(Arrays.stream(invoiced.split(";"))
                        .map(line -> line.replace("'", "").strip())
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replaceFirst(" ", " RECURRING "))
                        .toList());
        new Invariants(shop).shouldHold();
    }

    private static void put(Map<String, Object> row, String name, Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }
}
