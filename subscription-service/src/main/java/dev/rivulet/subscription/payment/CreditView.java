package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was granted, and what became of it.
 *
 * @param used what it paid of open invoices at once
 */
@Schema(name = "Credit")
public record CreditView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf4c08")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        Money amount,

        @Schema(examples = "Two days without service in March")
        String reason,

        @Schema(examples = "2026-03-31") LocalDate grantedOn,

        @Schema(description = "What the balance paid of open invoices at once")
        Money used,

        @Schema(description = "The customer's balance after it")
        Money balance) {}
