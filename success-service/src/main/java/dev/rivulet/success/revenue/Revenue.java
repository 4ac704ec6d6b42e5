package dev.rivulet.success.revenue;

import dev.rivulet.success.care.Cares;
import dev.rivulet.success.revenue.domain.Figure;
import dev.rivulet.success.revenue.domain.Levels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other features ask about recurring revenue; a currency of null means accounts of any currency. */
@ApplicationScoped
@Transactional
public class Revenue {

    private final RollupFigures rollups;
    private final MovementFigures movements;
    private final Cares cares;

    Revenue(RollupFigures rollups, MovementFigures movements, Cares cares) {
        this.rollups = rollups;
        this.movements = movements;
        this.cares = cares;
    }

    /** Figures of a cohort by age. */
    public record Cohort(YearMonth start, Levels levels) {}

    /**
     * Figures of accounts with a value of an attribute, by age.
     *
     * @param last the month in which the youngest of them started
     */
    public record Group(String value, YearMonth last, Levels levels) {}

    /** Of the accounts of a slice that started in these months, by start month. */
    public List<Cohort> cohorts(Slice slice, @Nullable String currency, YearMonth from, YearMonth to) {
        return rollups.cohorts(slice, currency, from, to);
    }

    /** Of the accounts that started in these months, by value of an attribute: the 100 with the most accounts. */
    public List<Group> groups(String attribute, @Nullable String currency, YearMonth from, YearMonth to) {
        return rollups.groups(attribute, currency, from, to);
    }

    /**
     * Of all accounts by value of an attribute, or all of them for the empty attribute, by month; the months' numbers
     * are those of {@link #number}. Earlier months are summed up in the one before the first.
     */
    public Map<String, Levels> months(String attribute, String currency, YearMonth from, YearMonth to) {
        return rollups.months(attribute, currency, from, to);
    }

    public static int number(YearMonth month) {
        return RollupStore.number(month);
    }

    /** The currencies there is revenue in, in alphabetical order. */
    public List<String> currencies() {
        return rollups.currencies();
    }

    /** Whether accounts can be told apart by it. */
    public boolean isAttribute(String name) {
        return Attributes.isBuiltIn(name) || cares.isDeclared(name);
    }

    /** The first month with revenue, null while there is none. */
    public @Nullable YearMonth firstMonth() {
        return rollups.firstMonth();
    }

    /** An account at the end of an age and an age later, in minor units of its currency. */
    public record Step(UUID accountId, YearMonth start, String currency, long before, long after) {}

    /**
     * What became, within the month in which each reached the age, of the accounts that had revenue before it; in order
     * of their ids. Only one in so many of the cohorts before {@code to}.
     */
    public List<Step> steps(@Nullable String currency, YearMonth from, YearMonth to, int age, int oneIn) {
        return movements.steps(currency, from, to, age, oneIn);
    }

    /**
     * What is left of the accounts with revenue when some months began.
     *
     * @param start their revenue then, in minor units
     * @param kept Σ min(start, end), account by account
     * @param end their revenue when the months ended
     * @param lost those of them without any
     */
    public record Retained(long start, long kept, long end, long accounts, long lost) {

        /** Nobody was there. */
        public static final Retained NOTHING = new Retained(0, 0, 0, 0, 0);
    }

    /**
     * From the beginning of the first month to the end of the last, by value of an attribute, or of all accounts for the
     * empty one. What they began with is in the sums; only accounts that moved meanwhile are read.
     */
    public SortedMap<String, Retained> retained(String attribute, String currency, YearMonth first, YearMonth last) {
        var moved = movements.moved(attribute, currency, first, last).stream()
                .collect(Collectors.toMap(MovementFigures.Moved::value, Function.identity()));
        var before = number(first) - 1;
        var retained = new TreeMap<String, Retained>();
        rollups.months(attribute, currency, first, first).forEach((value, levels) -> {
            var accounts = levels.stock(Figure.ACTIVE, before);
            if (accounts > 0) {
                var start = levels.stock(Figure.MRR, before);
                var its = moved.getOrDefault(value, new MovementFigures.Moved(value, 0, 0, 0));
                var kept = start - its.shrunk();
                retained.put(value, new Retained(start, kept, kept + its.grown(), accounts, its.lost()));
            }
        });
        return retained;
    }

    /** Movements of a kind. */
    public record KindSum(String kind, String currency, long minor, long count) {}

    /** What moved a cohort in a month. */
    public List<KindSum> kinds(@Nullable String currency, YearMonth start, YearMonth month) {
        return movements.kinds(currency, start, month);
    }

    /**
     * Movements of a month that were recorded after it had closed, in the order they became known.
     *
     * @param only of these customers; null for all
     */
    public List<LateMovement> late(@Nullable Collection<UUID> only, LateMovement.@Nullable Place after, int limit) {
        return movements.late(only, after, limit);
    }

    /** A subscription of an account, and two days local to it. */
    public record Span(UUID accountId, UUID subscriptionId, LocalDate from, LocalDate to) {}

    /** What a subscription was worth a month at the end of each of two days, in minor units of its currency. */
    public record Change(long before, long after) {}

    /** Of each; 0 where the ledger knows nothing. */
    public Map<Span, Change> changes(Collection<Span> spans) {
        return movements.changes(spans);
    }
}
