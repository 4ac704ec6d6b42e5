package dev.rivulet.success.trigger;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.Standing;
import dev.rivulet.success.renewal.Renewals;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.ScoreView;
import dev.rivulet.success.score.Scores;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.task.Reason;
import dev.rivulet.success.usage.Consumption;
import dev.rivulet.success.usage.domain.LicenceUse;
import dev.rivulet.success.usage.domain.Trend;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what rules look at, for many customers with a query for each source that a rule needs. */
@Singleton
class Readings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Days to look back for a score that has fallen. */
    private static final int DROP_DAYS = 30;

    private final Customers customers;
    private final Scores scores;
    private final ScoreSource payments;
    private final Consumption consumption;
    private final Renewals renewals;

    Readings(
            Customers customers,
            Scores scores,
            @Any Instance<ScoreSource> sources,
            Consumption consumption,
            Renewals renewals) {
        this.customers = customers;
        this.scores = scores;
        this.payments = sources.stream()
                .filter(source -> source.component() == Component.PAYMENT)
                .findFirst()
                .orElseThrow();
        this.consumption = consumption;
        this.renewals = renewals;
    }

    /** What is read of these customers on their days; each source is asked when first needed. */
    Round of(Map<UUID, LocalDate> todays) {
        return new Round(todays);
    }

    /** See {@link #of}. */
    final class Round {

        private final Map<UUID, LocalDate> todays;
        private final Once<Map<UUID, Standing>> standings;
        private final Once<Map<UUID, ScoreView>> scored;
        private final Once<Map<UUID, BigDecimal>> scoredBefore;
        private final Once<Map<UUID, dev.rivulet.success.score.domain.Reading>> overdue;
        private final Once<Map<UUID, Trend>> trends;
        private final Once<Map<UUID, LicenceUse>> licences;
        private final Once<Map<UUID, Renewals.Next>> nextRenewals;

        private Round(Map<UUID, LocalDate> todays) {
            this.todays = todays;
            this.standings = new Once<>(() -> customers.standings(todays));
            this.scored = new Once<>(() -> scores.of(todays.keySet()));
            this.scoredBefore = new Once<>(() -> scores.on(earlier(todays)));
            this.overdue = new Once<>(() -> payments.read(todays));
            this.trends = new Once<>(() -> consumption.trend(todays));
            this.licences = new Once<>(() -> consumption.licences(todays));
            this.nextRenewals = new Once<>(() -> renewals.next(todays.keySet()));
        }

        /** Empty where nothing is known, or what is known is no longer anything to act on. */
        Optional<Reading> read(Condition condition, UUID account) {
            return concerns(condition.kind(), standings.get().getOrDefault(account, Standing.RUNNING))
                    ? known(condition, account)
                    : Optional.empty();
        }

        /** Debts stay when a customer leaves; that it is unhappy, or uses nothing, does not matter any more. */
        private static boolean concerns(ConditionKind kind, Standing standing) {
            return switch (kind) {
                case SCORE_BELOW, SCORE_DROP, RENEWAL_NEAR -> standing != Standing.ENDED;
                case CONSUMPTION_DROP, LICENCES_IDLE, LICENCES_FULL -> standing == Standing.RUNNING;
                case PAYMENT_OVERDUE, ACCOUNT_SUSPENDED, LOW_ANSWER, PROMISE_OVERDUE -> true;
            };
        }

        private Optional<Reading> known(Condition condition, UUID account) {
            return switch (condition.kind()) {
                case SCORE_BELOW ->
                    Optional.ofNullable(scored.get().get(account))
                            .flatMap(view -> condition.component() == null
                                    ? score(view, condition)
                                    : component(view, condition.component(), condition));
                case SCORE_DROP -> fall(account);
                case PAYMENT_OVERDUE ->
                    Optional.ofNullable(overdue.get().get(account))
                            .map(paid -> new Reading(
                                    paid.value(),
                                    Reason.of("payment-overdue", paid.value().toPlainString())));
                case CONSUMPTION_DROP ->
                    Optional.ofNullable(trends.get().get(account))
                            .map(Trend::change)
                            .map(Readings::drop);
                case LICENCES_IDLE ->
                    Optional.ofNullable(licences.get().get(account))
                            .map(use -> use.meaningfulIdleness(Objects.requireNonNull(todays.get(account))))
                            .map(Readings::idle);
                case LICENCES_FULL ->
                    Optional.ofNullable(licences.get().get(account))
                            .map(LicenceUse::fullness)
                            .map(Readings::full);
                case RENEWAL_NEAR ->
                    Optional.ofNullable(nextRenewals.get().get(account))
                            .flatMap(next -> renewal(next, Objects.requireNonNull(todays.get(account))));
                case ACCOUNT_SUSPENDED, LOW_ANSWER, PROMISE_OVERDUE -> Optional.empty();
            };
        }

        private Optional<Reading> fall(UUID account) {
            var view = scored.get().get(account);
            var score = view == null ? null : view.score();
            var before = scoredBefore.get().get(account);
            if (score == null || before == null) {
                return Optional.empty();
            }
            var points = before.subtract(score);
            return Optional.of(new Reading(points, Reason.of("score-dropped", points, DROP_DAYS, score)));
        }
    }

    private static Map<UUID, LocalDate> earlier(Map<UUID, LocalDate> todays) {
        var earlier = new HashMap<UUID, LocalDate>();
        todays.forEach((account, today) -> earlier.put(account, today.minusDays(DROP_DAYS)));
        return earlier;
    }

    private static Optional<Reading> score(ScoreView view, Condition condition) {
        var score = view.score();
        return score == null
                ? Optional.empty()
                : Optional.of(new Reading(
                        score,
                        Reason.of("score-low", score, plain(condition.at())).because(drags(view.components()))));
    }

    private static Optional<Reading> component(ScoreView view, String name, Condition condition) {
        return view.components().stream()
                .filter(part -> part.name().name().equals(name))
                .map(ScoreView.Part::value)
                .filter(Objects::nonNull)
                .map(value -> new Reading(value, Reason.of("component-low", name, value, plain(condition.at()))))
                .findFirst();
    }

    static Reading drop(BigDecimal change) {
        var percent = percent(change.negate());
        return new Reading(percent, Reason.of("consumption-dropped", whole(percent), Trend.WEEKS * 7));
    }

    static Reading idle(BigDecimal share) {
        var percent = percent(share);
        return new Reading(percent, Reason.of("licences-idle", whole(percent)));
    }

    static Reading full(BigDecimal share) {
        var percent = percent(share);
        return new Reading(percent, Reason.of("licences-full", whole(percent)));
    }

    /** Of one whose day has passed, and whose outcome is about to be noted, nothing is said. */
    static Optional<Reading> renewal(Renewals.Next next, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, next.dueOn());
        var code = next.ends() ? "renewal-ends" : "renewal-near";
        return days < 0
                ? Optional.empty()
                : Optional.of(
                        new Reading(BigDecimal.valueOf(days), Reason.of(code, next.planName(), next.dueOn(), days)));
    }

    /** All its decimals: rounded to what people are told, 29.5 would reach a bound of 30. */
    private static BigDecimal percent(BigDecimal share) {
        return share.multiply(HUNDRED);
    }

    private static BigDecimal whole(BigDecimal percent) {
        return percent.setScale(0, RoundingMode.HALF_UP);
    }

    /** The points each component costs, worst first. */
    private static List<Reason> drags(List<ScoreView.Part> parts) {
        record Drag(String component, BigDecimal value, BigDecimal points) {}
        return parts.stream()
                .filter(part -> part.value() != null)
                .map(part -> new Drag(part.name().name(), Objects.requireNonNull(part.value()), drag(part)))
                .filter(drag -> drag.points().signum() > 0)
                .sorted(Comparator.comparing(Drag::points).reversed())
                .map(drag -> Reason.of("component-drag", drag.component(), drag.value(), drag.points()))
                .toList();
    }

    private static BigDecimal drag(ScoreView.Part part) {
        return part.effectiveWeight()
                .multiply(HUNDRED.subtract(Objects.requireNonNull(part.value())))
                .divide(HUNDRED, 1, RoundingMode.HALF_UP);
    }

    private static String plain(@Nullable BigDecimal bound) {
        return bound == null ? "?" : bound.toPlainString();
    }

    /** Asked for once at most. */
    private static final class Once<T> {

        private final Supplier<T> source;
        private @Nullable T value;

        Once(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            var known = value;
            if (known == null) {
                known = source.get();
                value = known;
            }
            return known;
        }
    }
}
