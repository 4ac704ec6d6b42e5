package dev.rivulet.success.revenue;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.revenue.domain.Period;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Periods as callers write them: month, quarter, year. */
public final class Periods {

    private Periods() {}

    /** Months if none is given. */
    public static Period parse(@Nullable String text) {
        return text == null
                ? Period.MONTH
                : Arrays.stream(Period.values())
                        .filter(period -> period.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?period", "period"));
    }
}
