package dev.rivulet.subscription.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the books: debit and credit in one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LedgerTransfer")
public record TransferView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf2f01")
        UUID id,

        @Schema(examples = "CASH") LedgerAccount debit,
        @Schema(examples = "RECEIVABLE") LedgerAccount credit,

        @Nullable
        @Schema(
                examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03",
                description = "The customer; absent for bank money nobody has been found for yet")
        UUID accountId,

        Money amount,
        @Schema(examples = "PAYMENT") Cause.Kind causeKind,

        @Schema(
                examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05",
                description = "The invoice, payment or whatever else causeKind says")
        UUID causeId,

        @Schema(examples = "2026-01-20", description = "The day it counts for")
        LocalDate on,

        @Schema(examples = "2026-01-21T08:05:00Z") Instant recordedAt) {}
