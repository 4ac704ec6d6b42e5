package dev.rivulet.success.renewal.domain;

import static dev.rivulet.success.renewal.domain.Effect.AGAINST;
import static dev.rivulet.success.renewal.domain.Effect.FOR;
import static dev.rivulet.success.renewal.domain.Effect.GRAVE;
import static dev.rivulet.success.renewal.domain.Effect.UNKNOWN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What puts a renewal at risk, as a list of rules of which each looks at one thing. What is not known counts neither
 * way: it can make a risk UNKNOWN, and never a high one.
 *
 * @param version of the tenant's thresholds; 0 for the usual ones
 */
public record RiskPolicy(RiskThresholds thresholds, long version) {

    /** Changes with the rules, so that figures of different rules are told apart. */
    public static final String NAME = "renewal-risk-1";

    /** What the rules are, for people, with the usual thresholds. */
    public static final String DEFINITION = "LOST: the end has been decided. HIGH: one grave reason (score critical,"
            + " fallen 25 points or more in 30 days, seats used less than half of what is expected of their age, a"
            + " promise not reached at all, unpaid for 30 days or more, not served, a critical problem unsolved), or"
            + " three that speak against it (score at risk, fallen 10 points, seats used less than 80 % of what is"
            + " expected, a promise overdue, anything unpaid after its day, a problem of high severity, the sponsor not"
            + " met for 60 days). MEDIUM: one or two that speak against it. LOW: none, and at least two things speak for"
            + " it. UNKNOWN: none, and less than that is known.";

    /** So many days earlier the score is compared with. */
    public static final int SCORE_DAYS = 30;

    public static final RiskPolicy USUAL = new RiskPolicy(RiskThresholds.USUAL, 0);

    /** The rules, and the version of the thresholds where they are not the usual ones. */
    public String name() {
        return version == 0 ? NAME : NAME + "." + version;
    }

    /**
     * A judgement and all that it rests on, the gravest first.
     *
     * @param reasons also what speaks for the renewal, and what is not known
     */
    public record Judgement(Risk risk, List<Reason> reasons) {}

    /** Judges a renewal; {@code ends} when its end has been decided, so many days from now. */
    public Judgement judge(RiskFacts facts, boolean ends, long daysLeft) {
        var reasons = new ArrayList<Reason>();
        if (ends) {
            reasons.add(Reason.of(ReasonCode.END_DECIDED, Effect.ENDS, "daysLeft", daysLeft));
        }
        Stream.of(
                        Optional.of(score(facts)),
                        fall(facts),
                        Optional.of(licences(facts)),
                        Optional.of(promises(facts)),
                        Optional.of(payment(facts)),
                        problems(facts),
                        Optional.of(sponsor(facts)))
                .flatMap(Optional::stream)
                .sorted((one, other) -> one.effect().compareTo(other.effect()))
                .forEach(reasons::add);
        return new Judgement(risk(reasons), List.copyOf(reasons));
    }

    private Risk risk(List<Reason> reasons) {
        if (count(reasons, Effect.ENDS) > 0) {
            return Risk.LOST;
        }
        var against = count(reasons, AGAINST);
        if (count(reasons, GRAVE) > 0 || against >= thresholds.manyReasons()) {
            return Risk.HIGH;
        }
        if (against > 0) {
            return Risk.MEDIUM;
        }
        return count(reasons, FOR) >= thresholds.goodReasons() ? Risk.LOW : Risk.UNKNOWN;
    }

    private static long count(List<Reason> reasons, Effect effect) {
        return reasons.stream().filter(reason -> reason.effect() == effect).count();
    }

    private static Reason score(RiskFacts facts) {
        var score = facts.score();
        var coverage = facts.coverage() == null ? BigDecimal.ZERO : facts.coverage();
        if (score == null || facts.band() == null) {
            return new Reason(ReasonCode.SCORE_UNKNOWN, UNKNOWN, Map.of("coverage", coverage));
        }
        var numbers = Map.of("score", score, "coverage", coverage);
        return switch (facts.band()) {
            case CRITICAL -> new Reason(ReasonCode.SCORE_CRITICAL, GRAVE, numbers);
            case AT_RISK -> new Reason(ReasonCode.SCORE_AT_RISK, AGAINST, numbers);
            case HEALTHY -> new Reason(ReasonCode.SCORE_HEALTHY, FOR, numbers);
        };
    }

    private Optional<Reason> fall(RiskFacts facts) {
        var score = facts.score();
        var before = facts.scoreBefore();
        if (score == null || before == null) {
            return Optional.empty();
        }
        var drop = before.subtract(score);
        if (drop.compareTo(thresholds.scoreFall()) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                ReasonCode.SCORE_FELL,
                drop.compareTo(thresholds.steepScoreFall()) < 0 ? AGAINST : GRAVE,
                Map.of("before", before, "score", score, "drop", drop)));
    }

    private Reason licences(RiskFacts facts) {
        var utilisation = facts.utilisation();
        var target = facts.target();
        if (utilisation == null || target == null) {
            return Reason.of(ReasonCode.LICENCES_UNKNOWN, UNKNOWN);
        }
        var numbers = Map.of("utilisation", utilisation, "target", target);
        if (utilisation.compareTo(target.multiply(thresholds.enoughUse())) >= 0) {
            return new Reason(ReasonCode.LICENCES_USED, FOR, numbers);
        }
        var grave = utilisation.compareTo(target.multiply(thresholds.littleUse())) < 0;
        return new Reason(ReasonCode.LICENCES_IDLE, grave ? GRAVE : AGAINST, numbers);
    }

    private static Reason promises(RiskFacts facts) {
        if (facts.broken() > 0) {
            return Reason.of(ReasonCode.PROMISE_BROKEN, GRAVE, "count", facts.broken());
        }
        if (facts.overdue() > 0) {
            return Reason.of(ReasonCode.PROMISE_OVERDUE, AGAINST, "count", facts.overdue());
        }
        return facts.confirmed() > 0
                ? Reason.of(ReasonCode.PROMISE_CONFIRMED, FOR, "count", facts.confirmed())
                : Reason.of(ReasonCode.PROMISE_UNKNOWN, UNKNOWN);
    }

    private Reason payment(RiskFacts facts) {
        if (facts.daysSuspended() != null) {
            return Reason.of(ReasonCode.PAYMENT_SUSPENDED, GRAVE, "days", facts.daysSuspended());
        }
        if (facts.daysOverdue() > 0) {
            var grave = facts.daysOverdue() >= thresholds.unpaidDays();
            return Reason.of(ReasonCode.PAYMENT_OVERDUE, grave ? GRAVE : AGAINST, "days", facts.daysOverdue());
        }
        return facts.invoices() > 0
                ? Reason.of(ReasonCode.PAYMENT_CURRENT, FOR, "invoices", facts.invoices())
                : Reason.of(ReasonCode.PAYMENT_UNKNOWN, UNKNOWN);
    }

    /** That there is no problem speaks for nothing: nobody may have told of it. */
    private static Optional<Reason> problems(RiskFacts facts) {
        if (facts.critical() > 0) {
            return Optional.of(Reason.of(ReasonCode.PROBLEMS_CRITICAL, GRAVE, "count", facts.critical()));
        }
        return facts.high() > 0
                ? Optional.of(Reason.of(ReasonCode.PROBLEMS_HIGH, AGAINST, "count", facts.high()))
                : Optional.empty();
    }

    private Reason sponsor(RiskFacts facts) {
        var days = facts.daysSinceSponsor();
        if (days == null) {
            return Reason.of(ReasonCode.SPONSOR_UNKNOWN, UNKNOWN);
        }
        return days >= thresholds.silentDays()
                ? Reason.of(ReasonCode.SPONSOR_SILENT, AGAINST, "days", days)
                : Reason.of(ReasonCode.SPONSOR_MET, FOR, "days", days);
    }
}
