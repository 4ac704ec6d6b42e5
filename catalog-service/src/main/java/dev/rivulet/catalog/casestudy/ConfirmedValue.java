package dev.rivulet.catalog.casestudy;

import java.math.BigDecimal;
import java.util.UUID;

/** A benefit that a customer confirmed in full. */
public record ConfirmedValue(
        UUID promiseId,
        UUID accountId,
        UUID propositionId,
        UUID productId,
        UUID segmentId,
        String metric,
        String unit,
        BigDecimal baseline,
        BigDecimal measured) {

    String figures() {
        return baseline.toPlainString() + " → " + measured.toPlainString() + " " + unit;
    }
}
