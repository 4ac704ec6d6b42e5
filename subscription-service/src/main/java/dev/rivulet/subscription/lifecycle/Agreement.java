package dev.rivulet.subscription.lifecycle;

import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.lifecycle.Pricing.Pinned;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.offer.Offers.Proposition;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed on when a subscription is signed.
 *
 * @param start its first day, in the account's zone
 * @param partnerId through whom it is sold; null for a sale of our own
 */
record Agreement(
        SubscriptionRequest request,
        Payer payer,
        Buyer buyer,
        Proposition proposition,
        Pinned plan,
        LocalDate start,
        @Nullable UUID partnerId) {}
