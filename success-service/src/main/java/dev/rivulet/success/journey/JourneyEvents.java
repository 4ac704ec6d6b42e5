package dev.rivulet.success.journey;

import dev.rivulet.success.customer.SubscriptionState;
import dev.rivulet.success.task.Reason;
import dev.rivulet.success.task.Severity;
import dev.rivulet.success.task.TaskKind;
import dev.rivulet.success.task.TaskOrder;
import dev.rivulet.success.task.Tasks;
import dev.rivulet.success.task.domain.Deadline;
import dev.rivulet.success.touch.ManagerFound;
import dev.rivulet.success.touch.TouchState;
import dev.rivulet.success.touch.Touches;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What happens elsewhere in the service that journeys follow. */
@ApplicationScoped
class JourneyEvents {

    private final BeforeCommit beforeCommit;
    private final Enrolling enrolling;
    private final Touches touches;
    private final Tasks tasks;

    JourneyEvents(BeforeCommit beforeCommit, Enrolling enrolling, Touches touches, Tasks tasks) {
        this.beforeCommit = beforeCommit;
        this.enrolling = enrolling;
        this.touches = touches;
        this.tasks = tasks;
    }

    private record Subscribed(Set<UUID> accounts) {}

    private record Waiting(Set<UUID> accounts) {}

    /** Twice put off: then the customers are locked, all of the transaction in one order, by what computes scores. */
    void subscribed(@Observes SubscriptionState subscription) {
        if (!subscription.status().equals("CANCELLED")) {
            beforeCommit
                    .collect(
                            Subscribed.class,
                            () -> new Subscribed(new TreeSet<>()),
                            first -> beforeCommit.collect(
                                    Waiting.class, () -> new Waiting(first.accounts()), this::goOn))
                    .accounts()
                    .add(subscription.accountId());
        }
    }

    private void goOn(Waiting waiting) {
        waiting.accounts().forEach(enrolling::subscribed);
    }

    /** The steps until now went to the queue. */
    void found(@Observes ManagerFound found) {
        var prospect = touches.of(found.subject()).map(TouchState::prospect).orElse(false);
        tasks.open(TaskOrder.of(prospect ? null : found.subject(), TaskKind.JOURNEY_STEP, Reason.of("manager-found"))
                .severity(Severity.MEDIUM)
                .due(Deadline.workingDays(2))
                .ownedBy(found.manager())
                .onceFor("manager-found:" + found.subject()));
    }
}
