package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the facts about an invoice.
 *
 * @param issueDate of an invoice that was finalized only
 * @param dueDate absent where the fact is that nothing is to be paid any more
 * @param paidOn of an invoice that was paid only
 */
record InvoiceFact(
        UUID id,
        UUID accountId,
        @Nullable String number,
        Money total,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate voidedOn,
        @Nullable LocalDate writtenOffOn) {

    /** What happened to it. */
    enum Kind {
        FINALIZED,
        PAID,
        REOPENED,
        VOIDED,
        WRITTEN_OFF;

        /** The kind of an event type; empty for what is no concern of this service. */
        static Optional<Kind> of(String type) {
            return Arrays.stream(values())
                    .filter(kind -> type.equals(kind.type()))
                    .findFirst();
        }

        private String type() {
            return "dev.rivulet.subscription.invoice."
                    + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1";
        }
    }

    /** The day of the fact; null where the event does not tell. */
    @Nullable
    LocalDate day(Kind kind) {
        return switch (kind) {
            case FINALIZED -> issueDate;
            case PAID -> paidOn;
            case VOIDED -> voidedOn;
            case WRITTEN_OFF -> writtenOffOn;
            case REOPENED -> null;
        };
    }
}
