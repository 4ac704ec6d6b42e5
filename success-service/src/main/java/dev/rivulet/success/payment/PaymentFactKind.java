package dev.rivulet.success.payment;

import dev.rivulet.success.timeline.EntryKind;
import java.util.Arrays;
import java.util.Optional;

/** What went wrong with a customer's money, or was given back. */
enum PaymentFactKind {
    FAILED("payment.failed", EntryKind.PAYMENT_FAILED),
    DISPUTED("payment.disputed", EntryKind.PAYMENT_DISPUTED),
    REFUNDED("payment.refunded", EntryKind.PAYMENT_REFUNDED),
    CREDIT_NOTE("credit-note.issued", EntryKind.CREDIT_NOTE_ISSUED),
    DUNNING_STEP("dunning.step-taken", EntryKind.DUNNING_STEP_TAKEN);

    private final String type;
    private final EntryKind entry;

    PaymentFactKind(String type, EntryKind entry) {
        this.type = "dev.rivulet.subscription." + type + ".v1";
        this.entry = entry;
    }

    /** The kind of an event type; empty for what is no concern of this service. */
    static Optional<PaymentFactKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> type.equals(kind.type)).findFirst();
    }

    EntryKind entry() {
        return entry;
    }
}
