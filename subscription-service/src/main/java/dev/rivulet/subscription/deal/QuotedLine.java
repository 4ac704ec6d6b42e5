package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was quoted. Holds the whole price of that moment, so that what is signed is what was quoted even if the
 * plan has another version by then, or is sold no longer.
 *
 * @param amount for each period
 * @param pinned the price as it will be signed
 */
record QuotedLine(
        UUID planId,
        int planVersion,
        String planName,
        BillingPeriod period,
        int seats,
        @Nullable LocalDate startsOn,
        Money amount,
        String pinned) {}
