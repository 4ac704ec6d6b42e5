package dev.rivulet.subscription.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.bank.domain.EntryKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that came in at the bank, or was taken back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BankEntry")
public record EntryView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf8c12")
        UUID id,

        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf7b11")
        UUID statementId,

        @Schema(examples = "2026-01-20/000417") String reference,

        @Schema(
                examples = "CREDIT",
                description =
                        "CREDIT is a transfer; BATCH are several of which the bank does not tell how much each is;"
                                + " BOUNCED is money that went out and came back; RETURNED is money that was taken back")
        EntryKind kind,

        @Schema(examples = "2026-01-20") LocalDate bookedOn,
        Money amount,

        @Nullable @Schema(examples = "Northwind Training GmbH")
        String payerName,

        @Schema(examples = "RF45INV000001") String remittance,

        @Nullable @Schema(description = "What it became; absent while nobody knows whose it is")
        UUID paymentId,

        @Nullable @Schema(description = "What was done about money taken back; absent until somebody says")
        String resolution,

        @Nullable
        @Schema(description = "Of money taken back, the dispute of the payment it was; absent where none was named")
        UUID disputeId,

        @Schema(description = "What it may be for, by amount and name: invoices, or the payment that was taken back")
        List<Suggestion> suggestions) {

    /** An invoice it may be for, or a payment it may have been. */
    @Schema(name = "BankEntrySuggestion")
    public record Suggestion(
            @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
            UUID accountId,

            @Schema(examples = "Northwind Training GmbH") String accountName,

            @Nullable @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04", description = "Of money that came in")
            UUID invoiceId,

            @Nullable
            @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05", description = "Of money that was taken back")
            UUID paymentId) {}

    static EntryView of(EntryTable.Kept kept, List<Suggestion> suggestions) {
        var entry = kept.entry();
        return new EntryView(
                kept.id(),
                kept.statementId(),
                entry.reference(),
                entry.kind(),
                entry.bookedOn(),
                entry.amount(),
                entry.payerName(),
                entry.remittance(),
                kept.paymentId(),
                kept.resolution(),
                kept.disputeId(),
                suggestions);
    }
}
