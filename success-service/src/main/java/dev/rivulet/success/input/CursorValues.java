package dev.rivulet.success.input;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a cursor says of a place in a list. Anybody can make one up: what no list would have written, and the database
 * could not read, is 400 {@code cursor-invalid}.
 */
public final class CursorValues {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final List<String> values;

    private CursorValues(List<String> values) {
        this.values = values;
    }

    /** @param count how many values the places of the list have */
    public static CursorValues of(Cursor cursor, int count) {
        return new CursorValues(cursor.of(count).values());
    }

    public String text(int index) {
        var text = values.get(index);
        if (text.indexOf('\0') >= 0) {
            throw invalid();
        }
        return text;
    }

    public long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    public BigDecimal decimal(int index) {
        var text = values.get(index);
        if (!DECIMAL.matcher(text).matches()) {
            throw invalid();
        }
        return new BigDecimal(text);
    }

    public LocalDate day(int index) {
        try {
            var day = LocalDate.parse(values.get(index));
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    public Instant time(int index) {
        try {
            var time = Instant.parse(values.get(index));
            if (!time.isBefore(FIRST_TIME) && !time.isAfter(LAST_TIME)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    public UUID id(int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Rejected invalid() {
        return Rejected.invalid("cursor-invalid", "?cursor");
    }
}
