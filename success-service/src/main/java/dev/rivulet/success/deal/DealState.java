package dev.rivulet.success.deal;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code dev.rivulet.subscription.deal.changed.v1}.
 *
 * @param accountId absent while the customer is a prospect
 * @param owner who sells
 */
record DealState(
        UUID id,
        String stage,
        @Nullable UUID accountId,
        String customerName,
        UUID productId,
        UUID segmentId,
        String owner,
        Money expectedAmount,
        LocalDate expectedClose,
        @Nullable UUID propositionId,
        @Nullable UUID partnerId,
        int seats,
        @Nullable String lossReason,
        Instant stageSince) {

    static final String TYPE = "dev.rivulet.subscription.deal.changed.v1";

    static final String CONTRACTING = "CONTRACTING";
    static final String WON = "WON";
    static final String LOST = "LOST";

    /** Whether whom it is about is a customer by it, or is about to be one. */
    boolean makesCustomer() {
        return stage.equals(CONTRACTING) || stage.equals(WON);
    }

    /** The account, or the prospect under the deal's id. */
    UUID customer() {
        return accountId == null ? id : accountId;
    }
}
