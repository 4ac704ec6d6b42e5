package dev.rivulet.success.cohort.domain;

/** Whether a cohort lost customers as the others did at the same age. */
public final class LogoTest {

    private LogoTest() {}

    /**
     * Customers of one step: of those there at the end of an age, how many are there an age later.
     *
     * @param at how many there were
     * @param stayed how many of them are there still
     */
    public record Step(int at, int stayed) {

        public Step {
            if (stayed < 0 || at < stayed) {
                throw new IllegalArgumentException(stayed + " of " + at + " stayed");
            }
        }

        Step plus(Step other) {
            return new Step(at + other.at, stayed + other.stayed);
        }

        double share() {
            return (double) stayed / at;
        }
    }

    /** Whether the others are enough to compare with. */
    static boolean isComparable(Step cell, Step others) {
        return cell.at() > 0 && others.at() >= Baseline.LEAST;
    }

    /** Where the cell stands among what the pooled others, the cell itself left out, make likely. */
    static Position position(Step cell, Step others) {
        var trust = Math.min(others.at(), Baseline.MOST);
        return new BetaBinomial(
                        cell.at(),
                        others.share() * trust + Baseline.UNSEEN,
                        (1 - others.share()) * trust + Baseline.UNSEEN)
                .position(cell.stayed());
    }
}
