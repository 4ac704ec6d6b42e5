package dev.rivulet.success.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the facts about a deal.
 *
 * @param accountId absent while the customer is a prospect
 */
record DealFact(UUID dealId, @Nullable UUID accountId) {

    static final String CONTRACTING = "dev.rivulet.subscription.deal.contracting-started.v1";
    static final String WON = "dev.rivulet.subscription.deal.won.v1";
    static final String LOST = "dev.rivulet.subscription.deal.lost.v1";
}
