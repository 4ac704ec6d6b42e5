package dev.rivulet.subscription.commission;

import dev.rivulet.kit.money.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a partner earned by a paid line, or what of it was taken back; only the statement it stands in is added. */
@Entity
@Immutable
@Table(name = "commission_entry")
class CommissionEntry {

    /** Earned, taken back, or earned again of what was taken back. */
    enum Kind {
        ACCRUAL,
        REVERSAL,
        REINSTATEMENT
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "partner_id")
    UUID partnerId;

    @Column(name = "rule_id")
    UUID ruleId;

    @Column(name = "invoice_id")
    UUID invoiceId;

    @Column(name = "invoice_number")
    String invoiceNumber;

    @Column(name = "invoice_line_id")
    UUID invoiceLineId;

    @Column(name = "subscription_id")
    UUID subscriptionId;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "customer_name")
    String customerName;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "base_minor")
    long baseMinor;

    @Column
    BigDecimal percent;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    Money amount;

    @Column(name = "earned_on")
    LocalDate earnedOn;

    /** The invoice that was paid, or the credit note or refund. */
    @Column
    UUID cause;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Explanation explanation;

    @Nullable
    @Column(name = "statement_id")
    UUID statementId;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** Of the line, net; of a reversal, what of it was given back, negative; of a reinstatement, what was paid again. */
    Money base() {
        return new Money(baseMinor, amount.currency());
    }
}
