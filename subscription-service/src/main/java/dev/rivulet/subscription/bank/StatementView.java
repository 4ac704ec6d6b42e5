package dev.rivulet.subscription.bank;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a statement brought.
 *
 * @param entries new entries of money that came in or was taken back
 * @param known entries that another statement, or this one before, had brought already
 */
@Schema(name = "BankStatement")
public record StatementView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf7b11")
        UUID id,

        @Schema(examples = "CAMT_053") String format,

        @Schema(examples = "12", description = "New entries of money that came in or was taken back")
        int entries,

        @Schema(examples = "10", description = "Of these, paid to the invoices they name")
        int matched,

        @Schema(examples = "2", description = "Of these, waiting for somebody to say whose they are or what was done")
        int unmatched,

        @Schema(examples = "0", description = "Brought by a statement before")
        int known,

        @Schema(examples = "3", description = "Other money that went out; left alone")
        int debits) {}
