package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.revenue.Slice;
import dev.rivulet.success.revenue.domain.Period;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which table is asked for.
 *
 * @param by the attribute whose values are the rows; null for start months
 * @param period what the rows start in, where they are not by an attribute, and ages are counted in
 * @param within only accounts of this slice, where the rows are start months
 * @param from first month of a start
 * @param to last month of a start
 * @param ages the highest age shown, in periods
 * @param currency null for a table of customers over all currencies
 * @param view which figures are the values
 * @param grossMargin share of revenue that is, in a table of lifetime values
 */
record CohortQuery(
        Measure measure,
        @Nullable String by,
        Period period,
        Slice within,
        YearMonth from,
        YearMonth to,
        int ages,
        @Nullable String currency,
        CohortPolicy view,
        BigDecimal grossMargin) {

    /** What the rows are called where they are start months. */
    static final String START = "start";

    /** Whether the table is judged month by month, and red cells of it open cases. */
    boolean isWatched() {
        return by == null
                && period == Period.MONTH
                && within.equals(Slice.ALL)
                && measure.isJudged()
                && (measure.isMoney() == (currency != null));
    }
}
