package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A price that was named to a customer; never changed, only followed by another. */
@Entity
@Immutable
@Table(name = "deal_quote")
class Quote extends TenantEntity {

    @Column(name = "deal_id")
    UUID dealId;

    /** The last day it can be accepted on. */
    @Column(name = "valid_until")
    LocalDate validUntil;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "total_minor"))
    Money total;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<QuotedLine> lines;

    @Column(name = "quoted_by")
    String quotedBy;

    @Column(name = "quoted_at")
    Instant quotedAt;
}
