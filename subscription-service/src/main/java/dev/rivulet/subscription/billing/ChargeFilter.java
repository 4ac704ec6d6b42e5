package dev.rivulet.subscription.billing;

import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which charges a caller asks for. */
public class ChargeFilter {

    /** A charge's status as callers know it: PAID follows from its invoice. */
    public enum Status {
        PENDING,
        INVOICED,
        PAID,
        FORGIVEN,
        VOID
    }

    @QueryParam("accountId")
    @Parameter(description = "Only of this account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
    @Nullable
    UUID accountId;

    @QueryParam("payerId")
    @Parameter(description = "Only what this account pays", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
    @Nullable
    UUID payerId;

    @QueryParam("subscriptionId")
    @Parameter(description = "Only of this subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
    @Nullable
    UUID subscriptionId;

    @QueryParam("invoiceId")
    @Parameter(description = "Only lines of this invoice", example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
    @Nullable
    UUID invoiceId;

    @QueryParam("component")
    @Parameter(description = "Only of this component of a plan", example = "base")
    @Nullable
    String component;

    @QueryParam("status")
    @Parameter(description = "Only in this status", example = "PENDING")
    @Nullable
    Status status;

    void addStatus(StringBuilder query, Map<String, Object> parameters) {
        if (status == null) {
            return;
        }
        query.append(" and status = :status");
        parameters.put("status", status == Status.PAID ? ChargeStatus.INVOICED : ChargeStatus.valueOf(status.name()));
        if (status == Status.PAID || status == Status.INVOICED) {
            var paid = "(select i.id from Invoice i where i.status = :paid)";
            query.append(
                    status == Status.PAID
                            ? " and invoiceId in " + paid
                            : " and (invoiceId is null or invoiceId not in " + paid + ")");
            parameters.put("paid", InvoiceStatus.PAID);
        }
    }
}
