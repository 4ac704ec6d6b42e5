package dev.rivulet.success.trigger;

import dev.rivulet.kit.money.Money;
import java.util.UUID;

/** What this service reads of {@code dev.rivulet.subscription.account.suspended.v1}. */
record SuspensionFact(UUID accountId, Money owed) {

    static final String TYPE = "dev.rivulet.subscription.account.suspended.v1";
}
