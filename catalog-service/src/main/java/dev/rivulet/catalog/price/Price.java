package dev.rivulet.catalog.price;

import dev.rivulet.catalog.price.domain.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as one row of the table has it: what was thought of it from one change to the next.
 *
 * @param planVersion of the plan whose own list price it is; null for the prices made here
 * @param terms JSON of {@link PriceTerms}, read only where it is needed
 */
record Price(
        UUID id,
        int revision,
        UUID planId,
        UUID productId,
        @Nullable Integer planVersion,
        String component,
        @Nullable UUID bookId,
        String currency,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable String metric,
        String terms,
        Instant recordedFrom,
        @Nullable Instant recordedTo) {

    boolean isOfPlan() {
        return planVersion != null;
    }

    /** Whether the plan is on sale on a day, which its list prices tell. */
    boolean sells(LocalDate day) {
        return isOfPlan() && (validTo == null || validTo.isAfter(day));
    }

    /** The next row of this price, recorded from the stamp on. */
    Price next(@Nullable LocalDate newValidTo, String newTerms, @Nullable String newMetric, Instant stamp) {
        return new Price(
                id,
                revision + 1,
                planId,
                productId,
                planVersion,
                component,
                bookId,
                currency,
                validFrom,
                newValidTo,
                minimum,
                maximum,
                newMetric,
                newTerms,
                stamp,
                null);
    }

    Offer offer() {
        return new Offer(
                id, revision, isOfPlan(), bookId, component, metric, currency, validFrom, validTo, minimum, maximum);
    }
}
