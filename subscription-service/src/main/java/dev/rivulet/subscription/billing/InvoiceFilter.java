package dev.rivulet.subscription.billing;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which invoices a caller asks for. */
public class InvoiceFilter {

    @QueryParam("accountId")
    @Parameter(description = "Only of this payer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
    @Nullable
    UUID accountId;

    @QueryParam("subscriptionId")
    @Parameter(
            description = "Only those with a line of this subscription",
            example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
    @Nullable
    UUID subscriptionId;

    @QueryParam("number")
    @Parameter(
            description =
                    "Only the one of this number, as it is printed: with the seller's key before it unless it is main",
            example = "INV-000001")
    @Nullable
    String number;

    @QueryParam("status")
    @Parameter(description = "Only in this status", example = "FINALIZED")
    @Nullable
    InvoiceStatus status;

    @QueryParam("issuedFrom")
    @Parameter(description = "Only issued on this day or later", example = "2026-01-01")
    @Nullable
    LocalDate issuedFrom;

    @QueryParam("issuedTo")
    @Parameter(description = "Only issued before this day", example = "2026-02-01")
    @Nullable
    LocalDate issuedTo;

    @QueryParam("overdueOn")
    @Parameter(description = "Only open and due before this day", example = "2026-03-01")
    @Nullable
    LocalDate overdueOn;

    void addTo(StringBuilder where, List<Object> values) {
        add(where, values, " AND account_id = ?", accountId);
        add(
                where,
                values,
                " AND id IN (SELECT c.invoice_id FROM charge c WHERE c.tenant_id = invoice.tenant_id"
                        + " AND c.subscription_id = ?)",
                subscriptionId);
        if (number != null) {
            var named = DocumentNumber.invoice(number)
                    .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?number", "number"));
            add(where, values, " AND number = ?", named.number());
            add(where, values, " AND legal_entity = ?", named.legalEntity());
        }
        add(where, values, " AND status = ?", status == null ? null : status.name());
        add(where, values, " AND issue_date >= ?", issuedFrom);
        add(where, values, " AND issue_date < ?", issuedTo);
        add(where, values, " AND due_date < ? AND status IN ('FINALIZED', 'PARTIALLY_PAID')", overdueOn);
    }

    private static void add(StringBuilder where, List<Object> values, String clause, @Nullable Object value) {
        if (value != null) {
            where.append(clause);
            values.add(value);
        }
    }
}
