package dev.rivulet.subscription.bank.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, as a statement tells of it.
 *
 * @param reference the bank's own name for it
 * @param remittance what the payer wrote
 */
public record Entry(
        String reference,
        LocalDate bookedOn,
        Money amount,
        @Nullable String payerName,
        String remittance) {}
