package dev.rivulet.success.payment;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a customer pays, as of its local date. Shares and means are over the invoices that fell due in the last 365 days
 * or were paid before, without those void or given up.
 */
@Schema(name = "PaymentBehaviour")
public record PaymentBehaviour(
        @Schema(examples = "12", description = "Invoices that count, of the last 365 days")
        long invoices,

        @Schema(
                nullable = true,
                examples = "0.9167",
                description = "Paid on the due date or before, 0 to 1; null without invoices")
        @Nullable
        BigDecimal paidOnTime,

        @Schema(
                nullable = true,
                examples = "1.5",
                description = "Mean days after the due date, to the payment or today, one decimal; null without"
                        + " invoices")
        @Nullable
        BigDecimal meanDaysLate,

        @Schema(examples = "0", description = "Of the oldest unpaid invoice")
        long daysOverdue,

        @Schema(nullable = true, description = "Unpaid after its due date; null when nothing is") @Nullable
        Money overdue,

        @Schema(examples = "1", description = "In the last 90 days")
        long failedPayments,

        @Schema(examples = "0", description = "In the last 365 days")
        long disputes,

        @Schema(examples = "0", description = "Ever") long writtenOffInvoices,

        @Schema(nullable = true, examples = "2025-02-28", description = "Not served since; null while served") @Nullable
        LocalDate suspendedSince) {

    /** Of a customer that nothing is known of. */
    public static final PaymentBehaviour UNKNOWN = new PaymentBehaviour(0, null, null, 0, null, 0, 0, 0, null);

    PaymentBehaviour troubled(long failed, long disputed) {
        return new PaymentBehaviour(
                invoices,
                paidOnTime,
                meanDaysLate,
                daysOverdue,
                overdue,
                failed,
                disputed,
                writtenOffInvoices,
                suspendedSince);
    }

    PaymentBehaviour suspended(LocalDate since) {
        return new PaymentBehaviour(
                invoices,
                paidOnTime,
                meanDaysLate,
                daysOverdue,
                overdue,
                failedPayments,
                disputes,
                writtenOffInvoices,
                since);
    }
}
