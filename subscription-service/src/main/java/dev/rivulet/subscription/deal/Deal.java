package dev.rivulet.subscription.deal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.deal.domain.DealStage;
import dev.rivulet.subscription.offer.Benefit;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A sale that may come about. */
@Entity
class Deal extends TenantEntity {

    @Column
    @Enumerated(EnumType.STRING)
    DealStage stage = DealStage.QUALIFIED;

    /** Null as long as the customer is a prospect. */
    @Nullable
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "customer_name", updatable = false)
    String customerName;

    @Nullable
    @Column(name = "prospect_contact")
    String prospectContact;

    @Nullable
    @Column(name = "prospect_email")
    String prospectEmail;

    @Nullable
    @Column(name = "prospect_zone", updatable = false)
    String prospectZone;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(name = "segment_id")
    UUID segmentId;

    @Column
    String owner;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "expected_minor"))
    Money expected;

    @Column(name = "expected_close")
    LocalDate expectedClose;

    @Nullable
    @Column(name = "proposition_id")
    UUID propositionId;

    /** Of the proposition when it was chosen; so is the benefit. */
    @Nullable
    @Column(name = "proposition_version")
    Integer propositionVersion;

    @Embedded
    @Nullable
    Benefit benefit;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<DealLine> lines = List.of();

    /** The last quote, as long as it is for these lines in this currency. */
    @Nullable
    @Column(name = "quote_id")
    UUID quoteId;

    @Nullable
    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Nullable
    @Column(name = "registration_id", updatable = false)
    UUID registrationId;

    @Nullable
    @Column(name = "loss_reason")
    @Enumerated(EnumType.STRING)
    LossReason lossReason;

    @Nullable
    @Column(name = "loss_note")
    String lossNote;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "stage_since")
    Instant stageSince;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    DealChange asChange() {
        return new DealChange(segmentId, owner, expected, expectedClose, propositionId, lines);
    }

    /** Through whom it is sold. */
    Channel channel() {
        return partnerId == null ? Channel.DIRECT : Channel.PARTNER;
    }

    int seats() {
        return lines.stream().mapToInt(DealLine::seats).sum();
    }
}
