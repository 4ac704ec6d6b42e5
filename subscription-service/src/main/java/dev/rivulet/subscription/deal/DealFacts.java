package dev.rivulet.subscription.deal;

import dev.rivulet.kit.outbox.EventType;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.deal.domain.DealStage;
import dev.rivulet.subscription.events.DealChanged;
import dev.rivulet.subscription.events.DealContractingStarted;
import dev.rivulet.subscription.events.DealLost;
import dev.rivulet.subscription.events.DealOpened;
import dev.rivulet.subscription.events.DealStageChanged;
import dev.rivulet.subscription.events.DealWon;
import dev.rivulet.subscription.offer.Benefit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells others of deals, in the transaction of the change. No e-mail address and no contact leaves with it. */
@ApplicationScoped
class DealFacts {

    private final DealRepository deals;
    private final Outbox outbox;

    DealFacts(DealRepository deals, Outbox outbox) {
        this.deals = deals;
        this.outbox = outbox;
    }

    void opened(Deal deal) {
        changed(deal, List.of());
        tell(
                deal,
                DealOpened.TYPE,
                new DealOpened(
                        deal.id,
                        deal.productId,
                        deal.segmentId,
                        deal.propositionId,
                        deal.partnerId,
                        deal.owner,
                        deal.expected,
                        deal.expectedClose,
                        deal.openedAt));
    }

    /** How the deal stands now. */
    void changed(Deal deal, List<UUID> subscriptionIds) {
        deals.flush();
        tell(
                deal,
                DealChanged.TYPE,
                new DealChanged(
                        deal.id,
                        deal.stage.name(),
                        deal.accountId,
                        deal.customerName,
                        deal.productId,
                        deal.segmentId,
                        deal.owner,
                        deal.expected,
                        deal.expectedClose,
                        deal.propositionId,
                        deal.propositionVersion,
                        deal.partnerId,
                        deal.seats(),
                        deal.lossReason == null ? null : deal.lossReason.name(),
                        subscriptionIds,
                        deal.openedAt,
                        deal.stageSince,
                        deal.closedAt));
    }

    void moved(Deal deal, DealStage before, List<UUID> subscriptionIds) {
        changed(deal, subscriptionIds);
        tell(
                deal,
                DealStageChanged.TYPE,
                new DealStageChanged(
                        deal.id,
                        deal.productId,
                        deal.segmentId,
                        before.name(),
                        deal.stage.name(),
                        deal.owner,
                        deal.expected,
                        deal.stageSince));
    }

    void contractingStarted(Deal deal, @Nullable LocalDate expectedStart) {
        tell(
                deal,
                DealContractingStarted.TYPE,
                new DealContractingStarted(
                        deal.id,
                        deal.accountId,
                        deal.customerName,
                        deal.productId,
                        deal.segmentId,
                        Objects.requireNonNull(deal.propositionId),
                        Objects.requireNonNull(deal.propositionVersion),
                        promise(deal.benefit),
                        deal.seats(),
                        expectedStart,
                        deal.expectedClose,
                        deal.owner,
                        deal.partnerId));
    }

    void won(Deal deal, List<UUID> subscriptionIds) {
        tell(
                deal,
                DealWon.TYPE,
                new DealWon(
                        deal.id,
                        Objects.requireNonNull(deal.accountId),
                        deal.productId,
                        deal.segmentId,
                        Objects.requireNonNull(deal.propositionId),
                        Objects.requireNonNull(deal.propositionVersion),
                        subscriptionIds.getFirst(),
                        subscriptionIds,
                        deal.partnerId,
                        deal.stageSince));
    }

    void lost(Deal deal, LossReason reason) {
        tell(
                deal,
                DealLost.TYPE,
                new DealLost(
                        deal.id, deal.productId, deal.segmentId, deal.propositionId, reason.name(), deal.stageSince));
    }

    private static DealContractingStarted.@Nullable Benefit promise(@Nullable Benefit benefit) {
        return benefit == null
                ? null
                : new DealContractingStarted.Benefit(
                        benefit.metric(), benefit.unit(), benefit.baseline(), benefit.target(), benefit.withinDays());
    }

    private void tell(Deal deal, EventType type, Object fact) {
        outbox.publish(type, deal.id, deal.version, fact);
    }
}
