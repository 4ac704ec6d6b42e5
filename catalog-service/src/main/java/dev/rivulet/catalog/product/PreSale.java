package dev.rivulet.catalog.product;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody bought what is not there yet. */
@Entity
@Table(name = "product_pre_sale")
class PreSale extends TenantEntity {

    /** How sure the money is. */
    enum Form {
        /** It was paid. */
        PAID,
        /** A signed letter of intent. */
        LETTER
    }

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(updatable = false)
    String customer;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "amount_currency"))
    Money amount;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Form form;

    @Column(name = "agreed_on", updatable = false)
    LocalDate agreedOn;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;
}
