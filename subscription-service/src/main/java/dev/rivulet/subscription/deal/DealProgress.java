package dev.rivulet.subscription.deal;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.deal.domain.DealStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes deals from stage to stage. */
@ApplicationScoped
@Transactional
class DealProgress {

    private final DealRepository deals;
    private final Quoting quoting;
    private final Winning winning;
    private final DealFacts facts;
    private final TenantClock clock;

    DealProgress(DealRepository deals, Quoting quoting, Winning winning, DealFacts facts, TenantClock clock) {
        this.deals = deals;
        this.quoting = quoting;
        this.winning = winning;
        this.facts = facts;
        this.clock = clock;
    }

    DealView propose(UUID id, @Nullable String ifMatch) {
        var deal = step(id, ifMatch, DealStage.PROPOSED);
        quoting.acceptable(deal);
        requireProposition(deal);
        return moved(deal, DealStage.PROPOSED);
    }

    DealView negotiate(UUID id, @Nullable String ifMatch) {
        return moved(step(id, ifMatch, DealStage.NEGOTIATION), DealStage.NEGOTIATION);
    }

    DealView contract(UUID id, @Nullable String ifMatch) {
        var deal = step(id, ifMatch, DealStage.CONTRACTING);
        quoting.acceptable(deal);
        requireProposition(deal);
        var view = moved(deal, DealStage.CONTRACTING);
        facts.contractingStarted(
                deal,
                deal.lines.stream()
                        .map(DealLine::startsOn)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        return view;
    }

    DealView win(UUID id, @Nullable String ifMatch) {
        var deal = step(id, ifMatch, DealStage.WON);
        var accepted = quoting.acceptable(deal);
        requireProposition(deal);
        var subscriptions = winning.win(deal, accepted);
        deal.closedAt = clock.now();
        var view = moved(deal, DealStage.WON, subscriptions);
        facts.won(deal, subscriptions);
        return view;
    }

    DealView lose(UUID id, @Nullable String ifMatch, LossRequest loss) {
        var deal = step(id, ifMatch, DealStage.LOST);
        deal.lossReason = loss.reason();
        deal.lossNote = loss.note();
        deal.closedAt = clock.now();
        var view = moved(deal, DealStage.LOST);
        facts.lost(deal, loss.reason());
        return view;
    }

    private Deal step(UUID id, @Nullable String ifMatch, DealStage next) {
        var deal = deals.lock(id);
        Etag.require(ifMatch, deal.version);
        if (!deal.stage.mayBecome(next)) {
            throw Rejected.conflict("deal-stage", deal.stage, next);
        }
        return deal;
    }

    private static void requireProposition(Deal deal) {
        if (deal.propositionId == null) {
            throw Rejected.conflict("proposition-missing");
        }
    }

    private DealView moved(Deal deal, DealStage stage) {
        return moved(deal, stage, List.of());
    }

    private DealView moved(Deal deal, DealStage stage, List<UUID> subscriptions) {
        var before = deal.stage;
        deal.stage = stage;
        deal.stageSince = clock.now();
        facts.moved(deal, before, subscriptions);
        return DealView.of(deal, subscriptions);
    }
}
