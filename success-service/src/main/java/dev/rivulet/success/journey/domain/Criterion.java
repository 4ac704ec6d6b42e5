package dev.rivulet.success.journey.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be so. What is not known is not so.
 *
 * @param at the least value that will do; null for what has no value
 */
public record Criterion(Kind kind, @Nullable BigDecimal at) {

    /** What is looked at. */
    public enum Kind {
        /** Points of the Customer Score. */
        SCORE,
        /** Percent of the licences in use. */
        LICENCES,
        /** No promised benefit was missed or is past its day. */
        PROMISE;

        public boolean hasValue() {
            return this != PROMISE;
        }
    }

    /**
     * What is known of a customer.
     *
     * @param score points; null while too little is known
     * @param licences percent in use; null when it says nothing
     * @param promiseOnTrack false as soon as one is missed or past its day
     */
    public record Facts(
            @Nullable BigDecimal score, @Nullable BigDecimal licences, boolean promiseOnTrack) {}

    public boolean holds(Facts facts) {
        return switch (kind) {
            case SCORE -> reaches(facts.score());
            case LICENCES -> reaches(facts.licences());
            case PROMISE -> facts.promiseOnTrack();
        };
    }

    private boolean reaches(@Nullable BigDecimal value) {
        return value != null && at != null && value.compareTo(at) >= 0;
    }

    /** Those that do not hold. */
    public static List<Criterion> unmet(List<Criterion> criteria, Facts facts) {
        return criteria.stream().filter(each -> !each.holds(facts)).toList();
    }
}
