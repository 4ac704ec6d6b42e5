package dev.rivulet.catalog.proposition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What the catalog reads of success-service's confirmation of a promise; who confirmed it is not kept here. */
record ConfirmedPromise(
        UUID promiseId,
        UUID accountId,
        UUID propositionId,
        int propositionVersion,
        String metric,
        String unit,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal measured,
        Outcome outcome,
        LocalDate confirmedOn) {

    static final String TYPE = "dev.rivulet.success.promise.confirmed.v1";
}
