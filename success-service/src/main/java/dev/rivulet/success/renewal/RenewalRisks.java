package dev.rivulet.success.renewal;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.interaction.Interactions;
import dev.rivulet.success.payment.PaymentBehaviour;
import dev.rivulet.success.payment.Receivables;
import dev.rivulet.success.problem.Problems;
import dev.rivulet.success.problem.domain.Severity;
import dev.rivulet.success.renewal.domain.RiskFacts;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import dev.rivulet.success.score.Scores;
import dev.rivulet.success.usage.Consumption;
import dev.rivulet.success.value.PromiseOutcome;
import dev.rivulet.success.value.Promises;
import dev.rivulet.success.value.domain.PromiseStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of customers whose subscriptions come up, with as few statements for many as for one. */
@Singleton
class RenewalRisks {

    private final Scores scores;
    private final Consumption consumption;
    private final Promises promises;
    private final Receivables receivables;
    private final Problems problems;
    private final Interactions interactions;
    private final Customers customers;

    RenewalRisks(
            Scores scores,
            Consumption consumption,
            Promises promises,
            Receivables receivables,
            Problems problems,
            Interactions interactions,
            Customers customers) {
        this.scores = scores;
        this.consumption = consumption;
        this.promises = promises;
        this.receivables = receivables;
        this.problems = problems;
        this.interactions = interactions;
        this.customers = customers;
    }

    /** The renewal as it looks today. */
    static RiskPolicy.Judgement judge(RiskPolicy policy, Renewal renewal, Map<UUID, RiskFacts> facts, LocalDate today) {
        return policy.judge(
                facts.getOrDefault(renewal.accountId(), RiskFacts.NONE),
                renewal.ends(),
                ChronoUnit.DAYS.between(today, renewal.dueOn()));
    }

    /** Of each account, on its local date. */
    Map<UUID, RiskFacts> facts(Map<UUID, LocalDate> todays) {
        var accounts = todays.keySet();
        if (accounts.isEmpty()) {
            return Map.of();
        }
        var earlier = new HashMap<UUID, LocalDate>();
        todays.forEach((account, today) -> earlier.put(account, today.minusDays(RiskPolicy.SCORE_DAYS)));
        var now = scores.of(accounts);
        var before = scores.on(earlier);
        var licences = consumption.licences(todays);
        var outcomes = promises.outcomes(accounts);
        var payment = receivables.behaviour(todays);
        var open = problems.open(accounts);
        var met = interactions.lastSponsorContact(accounts);
        var zones = customers.zones(accounts);
        var facts = new HashMap<UUID, RiskFacts>();
        todays.forEach((account, today) -> {
            var score = now.get(account);
            var licence = licences.get(account);
            var promised = outcomes.getOrDefault(account, List.of());
            var pays = payment.getOrDefault(account, PaymentBehaviour.UNKNOWN);
            var troubles = open.getOrDefault(account, Map.of());
            var sponsor = met.get(account);
            facts.put(
                    account,
                    new RiskFacts(
                            score == null ? null : score.score(),
                            score == null ? null : score.coverage(),
                            score == null ? null : score.band(),
                            before.get(account),
                            licence == null ? null : licence.meaningfulUtilisation(today),
                            licence == null ? null : licence.target(today),
                            count(promised, Set.of(PromiseStatus.OVERDUE)),
                            count(promised, Set.of(PromiseStatus.NOT_ACHIEVED)),
                            count(promised, Set.of(PromiseStatus.CONFIRMED, PromiseStatus.PARTLY)),
                            pays.invoices(),
                            pays.daysOverdue(),
                            since(pays.suspendedSince(), today),
                            troubles.getOrDefault(Severity.CRITICAL, 0L),
                            troubles.getOrDefault(Severity.HIGH, 0L),
                            sponsor == null
                                    ? null
                                    : since(
                                            LocalDate.ofInstant(sponsor, zones.getOrDefault(account, ZoneOffset.UTC)),
                                            today)));
        });
        return facts;
    }

    private static long count(List<PromiseOutcome> outcomes, Set<PromiseStatus> statuses) {
        return outcomes.stream()
                .filter(outcome -> statuses.contains(outcome.status()))
                .count();
    }

    private static @Nullable Long since(@Nullable LocalDate day, LocalDate today) {
        return day == null ? null : Math.max(0, ChronoUnit.DAYS.between(day, today));
    }
}
