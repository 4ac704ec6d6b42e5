package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A charge: what days of something cost, or a credit for days not used. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Charge")
public record ChargeView(
        @Schema(examples = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e15")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03", description = "Who caused it")
        UUID accountId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03", description = "Who pays")
        UUID payerId,

        @Nullable @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID subscriptionId,

        @Schema(description = "PAID as soon as nothing is due on its invoice")
        ChargeFilter.Status status,

        @Schema(examples = "base") String component,
        @Schema(examples = "RECURRING") String reason,
        @Schema(examples = "Soft skills, monthly") String description,
        @Schema(examples = "1") BigDecimal quantity,

        @Schema(examples = "49.00", description = "What the whole period would cost, unrounded")
        BigDecimal fullAmount,

        @Schema(description = "Negative for a credit") Money amount,

        @Nullable @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
        UUID planId,

        @Nullable @Schema(examples = "1") Integer planVersion,
        @Nullable @Schema(examples = "vat") String taxCode,
        @Schema(examples = "2026-01-15") LocalDate periodStart,
        @Schema(examples = "2026-02-15") LocalDate periodEnd,

        @Schema(examples = "2026-01-15", description = "Not invoiced before")
        LocalDate dueOn,

        @Nullable @Schema(examples = "0197a3f2-3a6b-7f22-8c95-ad5d3fbe1e14", description = "What it gives back")
        UUID creditOf,

        @Nullable @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
        UUID invoiceId,

        @Nullable @Schema(examples = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d07")
        UUID creditNoteId,

        @Nullable @Schema(description = "While it is pending: what it waits for")
        WaitsFor waitsFor,

        @Nullable @Schema(examples = "below-minimum", description = "Why it was forgiven")
        String note,

        @JsonRawValue @Schema(implementation = Object.class, description = "How it was reckoned")
        String explanation,

        @Schema(examples = "2026-01-15T00:00:05Z") Instant createdAt) {

    /** What a pending charge waits for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WaitsFor")
    public record WaitsFor(
            Cause cause,

            @Nullable
            @Schema(
                    examples = "2026-02-01",
                    description =
                            "The day on which it is invoiced; that of a small sum comes sooner when others join it")
            LocalDate until,

            @Nullable @Schema(examples = "2026-01-15", description = "Since when a small sum has been carried forward")
            LocalDate since) {

        /** Why. */
        public enum Cause {
            /** The day it may be invoiced has not come. */
            DUE_DAY,
            /** The payer's billing day has not come. */
            BILLING_DAY,
            /** It is too small to collect. */
            BELOW_MINIMUM,
            /** It gives back what is on a draft, which has to be final first. */
            DRAFT,
            /** The run comes by any moment. */
            RUN
        }
    }

    static ChargeView of(Charge charge, boolean paid, @Nullable WaitsFor waitsFor) {
        return new ChargeView(
                charge.id,
                charge.accountId,
                charge.payerId,
                charge.subscriptionId,
                paid ? ChargeFilter.Status.PAID : ChargeFilter.Status.valueOf(charge.status.name()),
                charge.component,
                charge.reason,
                charge.description,
                charge.quantity,
                charge.fullAmount,
                charge.amount,
                charge.planId,
                charge.planVersion,
                charge.taxCode,
                charge.periodStart,
                charge.periodEnd,
                charge.dueOn,
                charge.creditOf,
                charge.invoiceId,
                charge.creditNoteId,
                waitsFor,
                charge.note,
                charge.explanation,
                charge.createdAt);
    }
}
