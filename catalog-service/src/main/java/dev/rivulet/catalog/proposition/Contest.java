package dev.rivulet.catalog.proposition;

import static java.util.stream.Collectors.toMap;

import dev.rivulet.catalog.deal.DealStatus;
import dev.rivulet.catalog.deal.Deals;
import dev.rivulet.catalog.events.PropositionPromoted;
import dev.rivulet.catalog.proposition.PropositionRepository.Arena;
import dev.rivulet.catalog.proposition.domain.Draw;
import dev.rivulet.catalog.proposition.domain.Duel;
import dev.rivulet.catalog.proposition.domain.Duel.Verdict;
import dev.rivulet.catalog.proposition.domain.Proportion;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets propositions compete for deals, and a challenger win only when its deals prove it. */
@ApplicationScoped
@Transactional
class Contest {

    private final PropositionRepository propositions;
    private final EvidenceRepository evidence;
    private final Deals deals;
    private final Arenas arenas;
    private final TenantClock clock;
    private final PropositionNews news;
    private final Outbox outbox;
    private final int minimum;

    Contest(
            PropositionRepository propositions,
            EvidenceRepository evidence,
            Deals deals,
            Arenas arenas,
            TenantClock clock,
            PropositionNews news,
            Outbox outbox,
            @ConfigProperty(name = "rivulet.propositions.minimum-deals") int minimum) {
        this.propositions = propositions;
        this.evidence = evidence;
        this.deals = deals;
        this.arenas = arenas;
        this.clock = clock;
        this.news = news;
        this.outbox = outbox;
        this.minimum = minimum;
    }

    /** The proposition a deal is led with; the champion where no weight says otherwise. */
    AssignmentView assign(UUID deal, Arena arena) {
        var byLine = propositions.contenders(arena).stream()
                .collect(toMap(contender -> contender.lineId, Function.identity()));
        var drawn = Draw.of(
                        deal,
                        byLine.values().stream()
                                .map(contender -> new Draw.Ticket(contender.lineId, contender.weight))
                                .toList())
                .map(byLine::get)
                .or(() -> propositions.champion(arena))
                .orElseThrow(() -> Rejected.notFound("approved value proposition", arena.product()));
        return new AssignmentView(
                deal, drawn.id, drawn.propositionVersion, Objects.requireNonNull(drawn.role), drawn.oneLiner);
    }

    PerformanceView performance(UUID id) {
        get(id);
        var confirmed = 0L;
        var spoken = 0L;
        for (var tally : evidence.tallies(List.of(id))) {
            spoken += tally.promises();
            confirmed += tally.outcome() == Outcome.CONFIRMED ? tally.promises() : 0;
        }
        return new PerformanceView(
                id, RateView.of(wins(id), minimum), RateView.of(new Proportion(confirmed, spoken), minimum));
    }

    ContestView standing(Arena arena) {
        var contenders = propositions.contenders(arena);
        var tallies =
                deals.tallies(contenders.stream().map(contender -> contender.id).toList());
        Function<Proposition, Proportion> wins =
                contender -> proportion(tallies.getOrDefault(contender.id, Deals.Tally.NONE));
        var champion = contenders.stream()
                .filter(contender -> contender.role == Role.CHAMPION)
                .findFirst()
                .map(wins);
        return new ContestView(
                minimum,
                rounded(Proportion.Z),
                contenders.stream()
                        .map(contender -> view(
                                contender,
                                wins.apply(contender),
                                contender.role == Role.CHAMPION ? null : champion.orElse(null)))
                        .toList());
    }

    private ContenderView view(Proposition contender, Proportion wins, @Nullable Proportion champion) {
        var duel = champion == null ? null : new Duel(wins, champion, minimum);
        return new ContenderView(
                contender.id,
                contender.propositionVersion,
                Objects.requireNonNull(contender.role),
                contender.weight,
                contender.oneLiner,
                RateView.of(wins, minimum),
                duel == null ? null : rounded(duel.z()),
                duel == null ? null : duel.verdict());
    }

    Proposition share(UUID id, @Nullable String ifMatch, ShareRequest request) {
        var proposition = approved(id, ifMatch);
        proposition.weight = request.weight();
        return news.announced(proposition);
    }

    /** Makes a challenger the champion; the champion until now goes on as a challenger. */
    Proposition promote(UUID id, @Nullable String ifMatch) {
        var challenger = approved(id, ifMatch);
        var arena = arenas.lockedOf(challenger);
        if (challenger.role == Role.CHAMPION) {
            throw Rejected.conflict("already-champion", id);
        }
        var champion = propositions.champion(arena);
        if (champion.isEmpty()) {
            // An import brought the challenger alone: there is nobody to beat.
            challenger.role = Role.CHAMPION;
            return news.announced(challenger);
        }
        return succeed(champion.get(), challenger);
    }

    private Proposition succeed(Proposition champion, Proposition challenger) {
        var duel = new Duel(wins(challenger.id), wins(champion.id), minimum);
        if (duel.verdict() != Verdict.BETTER) {
            throw Rejected.conflict(
                    "promotion-not-proven",
                    Long.toString(duel.challenger().successes()),
                    Long.toString(duel.challenger().trials()),
                    Long.toString(duel.champion().successes()),
                    Long.toString(duel.champion().trials()),
                    rounded(duel.z()).toPlainString(),
                    rounded(Proportion.Z).toPlainString(),
                    Integer.toString(minimum));
        }
        champion.role = Role.CHALLENGER;
        news.announced(champion);
        challenger.role = Role.CHAMPION;
        news.announced(challenger);
        outbox.publish(
                PropositionPromoted.TYPE,
                challenger.id,
                challenger.version,
                new PropositionPromoted(
                        challenger.id,
                        champion.id,
                        challenger.productId,
                        challenger.segmentId,
                        challenger.locale,
                        duel.challenger().successes(),
                        duel.challenger().trials(),
                        duel.champion().successes(),
                        duel.champion().trials(),
                        clock.now()));
        return challenger;
    }

    /** Enters a deal's outcome by hand; the same one again changes nothing. */
    PerformanceView decide(UUID id, DealOutcomeRequest request) {
        var proposition = get(id);
        if (proposition.approvedAt == null) {
            throw Rejected.conflict("proposition-not-approved", id);
        }
        var deal = new Deals.Deal(
                request.dealId(),
                proposition.productId,
                proposition.segmentId,
                id,
                DealStatus.valueOf(request.outcome().name()));
        if (!deals.decide(deal)) {
            throw Rejected.conflict("deal-decided", request.dealId());
        }
        return performance(id);
    }

    private Proposition get(UUID id) {
        return propositions.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("value proposition", id));
    }

    private Proposition approved(UUID id, @Nullable String ifMatch) {
        var proposition = get(id);
        Etag.require(ifMatch, proposition.version);
        if (proposition.status != PropositionStatus.APPROVED) {
            throw Rejected.conflict("proposition-not-approved", id);
        }
        return proposition;
    }

    private Proportion wins(UUID id) {
        return proportion(deals.tallies(List.of(id)).getOrDefault(id, Deals.Tally.NONE));
    }

    private static Proportion proportion(Deals.Tally tally) {
        return new Proportion(tally.won(), tally.decided());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
