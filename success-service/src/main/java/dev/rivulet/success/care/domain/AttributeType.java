package dev.rivulet.success.care.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/** What an attribute's values are; they are written as texts. */
public enum AttributeType {
    TEXT,
    /** A decimal with at most 15 digits before and 9 after the point. */
    NUMBER,
    /** ISO 8601, such as 2025-03-01. */
    DATE,
    /** {@code true} or {@code false}. */
    BOOLEAN;

    private static final int LONGEST = 200;

    public boolean accepts(String value) {
        return switch (this) {
            case TEXT -> !value.isBlank() && value.length() <= LONGEST;
            case NUMBER -> value.matches("-?\\d{1,15}(\\.\\d{1,9})?");
            case DATE -> isDate(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return value.length() == 10;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
