package dev.rivulet.success.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a payer's suspension and of its end; each fact has one of the days.
 *
 * @param episode counts the times that the payer was in arrears
 */
record SuspensionFact(
        UUID accountId,
        int episode,
        @Nullable LocalDate suspendedOn,
        @Nullable LocalDate resumedOn) {

    static final String SUSPENDED = "dev.rivulet.subscription.account.suspended.v1";
    static final String RESUMED = "dev.rivulet.subscription.account.resumed.v1";
}
