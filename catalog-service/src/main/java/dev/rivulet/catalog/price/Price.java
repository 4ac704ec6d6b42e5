package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.price.Offer;
import dev.rivulet.kit.price.terms.PriceTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as one row of the table has it: what was thought of it from one change to the next.
 *
 * @param planVersion of the plan whose own list price it is; null for the prices made here
 * @param minimumCharge the least that its component comes to in a period, in major units
 * @param billing null where it is as the plan says
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
        @Nullable BigDecimal minimumCharge,
        @Nullable BillingTiming billing,
        Instant recordedFrom,
        @Nullable Instant recordedTo) {

    boolean isOfPlan() {
        return planVersion != null;
    }

    /** Whether the plan is on sale on a day, which its list prices tell. */
    boolean sells(LocalDate day) {
        return isOfPlan() && (validTo == null || validTo.isAfter(day));
    }

    /** Whether it is the list price of the version whose terms hold on a day. */
    boolean listsOn(LocalDate day) {
        return sells(day) && (validFrom == null || !validFrom.isAfter(day));
    }

    /** The next row of this price, recorded from the stamp on, with another end. */
    Price until(@Nullable LocalDate end, Instant stamp) {
        return next(end, terms, metric, minimumCharge, billing, stamp);
    }

    /** The next row of this price, recorded from the stamp on, which should have been this all the time. */
    Price corrected(
            String newTerms,
            @Nullable String newMetric,
            @Nullable BigDecimal newMinimumCharge,
            @Nullable BillingTiming newBilling,
            Instant stamp) {
        return next(validTo, newTerms, newMetric, newMinimumCharge, newBilling, stamp);
    }

    private Price next(
            @Nullable LocalDate newValidTo,
            String newTerms,
            @Nullable String newMetric,
            @Nullable BigDecimal newMinimumCharge,
            @Nullable BillingTiming newBilling,
            Instant stamp) {
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
                newMinimumCharge,
                newBilling,
                stamp,
                null);
    }

    Offer offer() {
        return new Offer(
                id, revision, isOfPlan(), bookId, component, metric, currency, validFrom, validTo, minimum, maximum);
    }
}
