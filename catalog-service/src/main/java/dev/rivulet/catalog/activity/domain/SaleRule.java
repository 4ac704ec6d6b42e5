package dev.rivulet.catalog.activity.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of some sales, by date. What is null the rule does not look at.
 *
 * @param goods the category of goods it is about
 * @param code of LICENSED and NEEDS_CODE: the code that must be held or licensed
 * @param from first day it holds
 * @param to first day it no longer holds; null while no end is known
 */
public record SaleRule(
        UUID id,
        Kind kind,
        @Nullable String goods,
        @Nullable SaleChannel channel,
        @Nullable ServiceLine line,
        @Nullable String code,
        LocalDate from,
        @Nullable LocalDate to,
        String basis) {

    /** What the rule demands. */
    public enum Kind {
        /** Not to be sold so at all. */
        BANNED,
        /** Sold only with a licence for the code. */
        LICENSED,
        /** Sold only by who holds the code. */
        NEEDS_CODE
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
