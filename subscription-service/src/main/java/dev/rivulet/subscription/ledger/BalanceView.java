package dev.rivulet.subscription.ledger;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer has with us. */
@Schema(name = "CustomerBalance")
public record BalanceView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        Money balance) {

    /** A change of it; negative when something was used. */
    @Schema(name = "BalanceMovement")
    public record Movement(
            @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf2f01")
            UUID id,

            @Schema(description = "Negative when something was used")
            Money amount,

            @Schema(examples = "GOODWILL", description = "Where in the books it came from or went to")
            LedgerAccount other,

            @Schema(examples = "CREDIT") Cause.Kind causeKind,

            @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
            UUID causeId,

            @Schema(examples = "2026-01-20") LocalDate on,
            @Schema(examples = "2026-01-21T08:05:00Z") Instant recordedAt) {

        static Movement of(TransferView transfer) {
            var added = transfer.credit() == LedgerAccount.CUSTOMER_BALANCE;
            return new Movement(
                    transfer.id(),
                    added ? transfer.amount() : transfer.amount().negate(),
                    added ? transfer.debit() : transfer.credit(),
                    transfer.causeKind(),
                    transfer.causeId(),
                    transfer.on(),
                    transfer.recordedAt());
        }
    }
}
