package dev.rivulet.success.deal;

import dev.rivulet.kit.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A deal as the subscription service last told. */
@Entity
class Deal {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    /** The deal's version that this rests on. */
    @Column(name = "told_version")
    long toldVersion = -1;

    /** The account, or the prospect under the deal's id. */
    @Column(name = "customer_id")
    UUID customerId;

    @Column
    String stage;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "segment_id")
    UUID segmentId;

    @Column(name = "proposition_id")
    @Nullable
    UUID propositionId;

    @Column
    String owner;

    @Column(name = "partner_id")
    @Nullable
    UUID partnerId;

    int seats;

    @Embedded
    Money expected;

    @Column(name = "expected_close")
    LocalDate expectedClose;

    @Column(name = "stage_since")
    Instant stageSince;

    void take(DealState state, long version) {
        toldVersion = version;
        id = state.id();
        customerId = state.customer();
        stage = state.stage();
        productId = state.productId();
        segmentId = state.segmentId();
        propositionId = state.propositionId();
        owner = state.owner();
        partnerId = state.partnerId();
        seats = state.seats();
        expected = state.expectedAmount();
        expectedClose = state.expectedClose();
        stageSince = state.stageSince();
    }
}
