package dev.rivulet.success.cohort;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.input.Currencies;
import dev.rivulet.success.input.Margins;
import dev.rivulet.success.input.Months;
import dev.rivulet.success.revenue.Periods;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.Slice;
import dev.rivulet.success.revenue.domain.Period;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a query of what a caller asks for, or says what is wrong with it. */
@Singleton
class CohortParameters {

    private static final int MONTHS = 12;
    private static final int MOST = 60;
    private static final int MOST_AGES = 60;

    private final Revenue revenue;
    private final CohortSettings settings;
    private final TenantClock clock;

    CohortParameters(Revenue revenue, CohortSettings settings, TenantClock clock) {
        this.revenue = revenue;
        this.settings = settings;
        this.clock = clock;
    }

    /** The parameters of a request, as they came. */
    record Given(
            @Nullable String measure,
            @Nullable String by,
            @Nullable String period,
            @Nullable String within,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer ages,
            @Nullable String currency,
            @Nullable String policy,
            @Nullable String grossMargin) {}

    CohortQuery query(Given given) {
        var measure = measure(given.measure());
        var now = YearMonth.from(clock.today(ZoneOffset.UTC));
        var period = Periods.parse(given.period());
        var to = Months.parse(given.to(), "?to", now);
        var from = Months.parse(given.from(), "?from", to.minusMonths((long) MONTHS * period.months - 1));
        Months.requireRange(from, to, MOST * period.months);
        var ages = given.ages() == null ? MONTHS : given.ages();
        if (ages < 0 || ages > MOST_AGES) {
            throw Rejected.invalid("ages-invalid", "?ages", MOST_AGES);
        }
        var by = attribute(given.by(), "?by");
        var within = within(given.within());
        if (by != null && !within.equals(Slice.ALL)) {
            throw Rejected.invalid("cohort-within", "?within");
        }
        if (by != null && period != Period.MONTH) {
            throw Rejected.invalid("cohort-period", "?period");
        }
        return new CohortQuery(
                measure,
                by,
                period,
                within,
                from,
                to,
                ages,
                currency(measure, given.currency()),
                CohortPolicy.of(given.policy()),
                Margins.parse(given.grossMargin(), settings.grossMargin()));
    }

    private static Measure measure(@Nullable String text) {
        return text == null
                ? Measure.LOGO
                : Arrays.stream(Measure.values())
                        .filter(measure ->
                                measure.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?measure", "measure"));
    }

    private @Nullable String attribute(@Nullable String text, String pointer) {
        if (text == null || text.equals(CohortQuery.START)) {
            return null;
        }
        if (!revenue.isAttribute(text)) {
            throw Rejected.invalid("cohort-attribute", pointer, text);
        }
        return text;
    }

    private Slice within(@Nullable String text) {
        if (text == null) {
            return Slice.ALL;
        }
        var colon = text.indexOf(':');
        var attribute = attribute(colon < 1 ? "" : text.substring(0, colon), "?within");
        if (attribute == null) {
            throw Rejected.invalid("cohort-attribute", "?within", text);
        }
        return new Slice(attribute, text.substring(colon + 1));
    }

    /** Amounts of different currencies are never added up. */
    private @Nullable String currency(Measure measure, @Nullable String text) {
        return measure.isMoney() ? Currencies.one(text, revenue.currencies()) : Currencies.named(text);
    }
}
