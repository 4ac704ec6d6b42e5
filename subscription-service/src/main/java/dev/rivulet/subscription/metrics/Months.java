package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.problem.Rejected;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Months as callers write them. */
final class Months {

    static final YearMonth FIRST = YearMonth.of(1900, 1);
    static final YearMonth LAST = YearMonth.of(2999, 12);

    private Months() {}

    static YearMonth parse(@Nullable String text, String pointer) {
        if (text == null) {
            throw Rejected.invalid("value-missing", pointer);
        }
        try {
            var month = YearMonth.parse(text);
            if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
                return month;
            }
        } catch (DateTimeException e) {
            throw Rejected.invalid("month-invalid", pointer);
        }
        throw Rejected.invalid("month-invalid", pointer);
    }
}
