package dev.rivulet.subscription.bank.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, or was taken back, as a statement tells of it.
 *
 * @param reference what it is known by, once, whatever statement brings it again
 * @param bankReference the bank's own name for it, without the account; not every bank uses one only once
 * @param remittance what the payer wrote
 */
public record Entry(
        String reference,
        String bankReference,
        EntryKind kind,
        LocalDate bookedOn,
        Money amount,
        @Nullable String payerName,
        String remittance) {

    /** Ends what a reversal is known by, as banks may call it like the entry it takes back. */
    public static final String REVERSAL = "/reversal";

    /** Whether it takes back what a payment has as its reference, where the bank calls both alike. */
    public boolean takesBack(String payment) {
        return kind == EntryKind.RETURNED && (payment + REVERSAL).equals(reference);
    }

    Entry knownAs(String other) {
        return new Entry(other, bankReference, kind, bookedOn, amount, payerName, remittance);
    }
}
