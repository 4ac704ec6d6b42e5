package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.billing.domain.LineTax;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.billing.domain.TaxTotal;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.tax.domain.TaxRate;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A charge as it is read; written many at a time by {@link ChargeRows}. */
@Entity
@Immutable
class Charge implements TaxTotal.Taxed {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "payer_id")
    UUID payerId;

    @Column(name = "account_id")
    UUID accountId;

    @Nullable
    @Column(name = "subscription_id")
    UUID subscriptionId;

    @Column
    String component;

    @Column
    String reason;

    @Column
    UUID cause;

    @Nullable
    @Column(name = "credit_of")
    UUID creditOf;

    @Column(name = "period_start")
    LocalDate periodStart;

    @Column(name = "period_end")
    LocalDate periodEnd;

    @Column(name = "full_start")
    LocalDate fullStart;

    @Column(name = "full_end")
    LocalDate fullEnd;

    @Column
    BigDecimal quantity;

    @Column(name = "full_amount")
    BigDecimal fullAmount;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Nullable
    @Column(name = "plan_id")
    UUID planId;

    @Nullable
    @Column(name = "plan_version")
    Integer planVersion;

    @Column
    String description;

    @Nullable
    @Column(name = "tax_code")
    String taxCode;

    @Column
    String explanation;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "created_at")
    Instant createdAt;

    @Column
    @Enumerated(EnumType.STRING)
    ChargeStatus status;

    @Nullable
    @Column(name = "carried_since")
    LocalDate carriedSince;

    @Nullable
    String note;

    @Nullable
    @Column(name = "invoice_id")
    UUID invoiceId;

    @Nullable
    @Column(name = "credit_note_id")
    UUID creditNoteId;

    @Nullable
    Integer position;

    @Column(name = "discount_minor")
    long discountMinor;

    @Column(name = "tax_minor")
    long taxMinor;

    @Nullable
    @Column(name = "tax_percent")
    BigDecimal taxPercent;

    @Column(name = "tax_inclusive")
    boolean taxInclusive;

    @Nullable
    @Column(name = "tax_rate")
    String taxRate;

    @Nullable
    String taxes;

    Money discount() {
        return new Money(discountMinor, amount.currency());
    }

    Money tax() {
        return new Money(taxMinor, amount.currency());
    }

    @Override
    public List<LineTax> taxes() {
        if (taxes != null) {
            return WrittenTaxes.read(taxes, taxInclusive, amount.currency());
        }
        return taxPercent == null
                ? List.of()
                : List.of(new LineTax(
                        new TaxRate(Objects.requireNonNullElse(taxRate, ""), taxPercent, taxInclusive), tax()));
    }

    /** As it was before an invoice took it. */
    NewCharge asNew() {
        return new NewCharge(
                id,
                payerId,
                accountId,
                subscriptionId,
                component,
                reason,
                cause,
                creditOf,
                new Period(periodStart, periodEnd),
                new Period(fullStart, fullEnd),
                quantity,
                fullAmount,
                amount,
                planId,
                planVersion,
                description,
                taxCode,
                explanation,
                dueOn,
                carriedSince,
                true);
    }

    /** As the line of a document that it is. */
    Line asLine() {
        return new Line(asNew(), discount(), taxes());
    }

    /** What it comes to after its discount, without tax. */
    @Override
    public Money taxBase() {
        var discounted = amount.minus(discount());
        return taxInclusive ? discounted.minus(tax()) : discounted;
    }
}
