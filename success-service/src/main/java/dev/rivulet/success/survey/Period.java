package dev.rivulet.success.survey;

import dev.rivulet.kit.problem.Rejected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days local to the customers, both included. */
record Period(LocalDate first, LocalDate last) {

    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
    private static final LocalDate END = LocalDate.of(2999, 12, 31);

    /** What is left out is open. */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        return new Period(from == null ? BEGINNING : from, to == null ? END : to);
    }
}
