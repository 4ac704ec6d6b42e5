package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.ScheduleEnded;
import dev.rivulet.subscription.events.SubscriptionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides that a subscription ends, and ends it when its last period is over. */
@ApplicationScoped
@Transactional
class Cancelling {

    private final SubscriptionRepository subscriptions;
    private final Billing billing;
    private final Outbox outbox;

    Cancelling(SubscriptionRepository subscriptions, Billing billing, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.billing = billing;
        this.outbox = outbox;
    }

    /** The only way to cancel so far: with the end of the period that has begun. */
    SubscriptionView cancelAtPeriodEnd(UUID id, @Nullable String ifMatch) {
        var subscription = subscriptions.get(id);
        Etag.require(ifMatch, subscription.version);
        if (subscription.status == SubscriptionStatus.CANCELLED) {
            throw Rejected.conflict("subscription-cancelled");
        }
        if (subscription.endDate != null) {
            throw Rejected.conflict("subscription-ending", subscription.endDate);
        }
        subscription.endDate = billing.stopAtPeriodEnd(id);
        publish(subscription);
        return SubscriptionView.of(subscription);
    }

    void onScheduleEnded(@Observes ScheduleEnded end) {
        var subscription = subscriptions.get(end.subscriptionId());
        subscription.status = SubscriptionStatus.CANCELLED;
        subscription.endDate = end.on();
        publish(subscription);
    }

    private void publish(Subscription subscription) {
        subscriptions.flush();
        outbox.publish(SubscriptionChanged.TYPE, subscription.id, subscription.version, subscription.asChanged());
    }
}
