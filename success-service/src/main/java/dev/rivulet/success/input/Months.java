package dev.rivulet.success.input;

import dev.rivulet.kit.problem.Rejected;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Months as callers write them: 2026-03. */
public final class Months {

    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth LAST = YearMonth.of(2099, 12);

    private Months() {}

    /** The month, or the other one where none was given. */
    public static YearMonth parse(@Nullable String text, String pointer, YearMonth otherwise) {
        if (text == null) {
            return otherwise;
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

    /** Refuses a range that ends before it begins, or is longer than so many months. */
    public static void requireRange(YearMonth from, YearMonth to, int most) {
        var length = ChronoUnit.MONTHS.between(from, to) + 1;
        if (length < 1) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        if (length > most) {
            throw Rejected.invalid("months-too-many", "?to", most);
        }
    }
}
