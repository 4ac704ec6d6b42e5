package dev.rivulet.success.cohort.domain;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether a cohort's money moved as that of others did at the same age, by a bootstrap over accounts. The accounts of
 * the cell keep their size; what became of each is drawn, by money, from what became of the others' accounts. The
 * drawing is a Pólya urn: what was drawn is put back twice, so that a baseline of few accounts makes for wide odds.
 * With accounts that only stay or go it is a beta-binomial as in {@link LogoTest}.
 */
public final class MoneyTest {

    private static final int REPLICATES = 4_999;
    /** Enough replicates on either side tell that a cell is nothing special, to 1 in 5. */
    private static final int ENOUGH = 40;

    private static final long SEED = 0x5eed_c0_40_27L;

    private MoneyTest() {}

    static boolean isComparable(Accounts cell, Accounts others) {
        return cell.count() > 0 && others.effective() >= Baseline.LEAST;
    }

    /** Where the cell's ratio stands among the replicates; the same accounts give the same answer every time. */
    static Position position(Accounts cell, Accounts others) {
        var urn = new Urn(others);
        var random = new SplittableRandom(SEED);
        var observed = cell.totalAfter();
        var below = 0.0;
        var drawn = new double[cell.count()];
        for (var done = 1; done <= REPLICATES; done++) {
            var total = replicate(cell.before, urn, random, drawn);
            // Sums of whole amounts may differ from their own replicate by the rounding of doubles only.
            var equal = Math.abs(total - observed) <= 1e-9 * Math.max(1, observed);
            below += equal ? 0.5 : total < observed ? 1 : 0;
            if (Math.min(below, done - below) >= ENOUGH) {
                return new Position(below / done);
            }
        }
        return new Position((below + 0.5) / (REPLICATES + 1));
    }

    private static double replicate(long[] before, Urn urn, SplittableRandom random, double[] drawn) {
        var total = 0.0;
        for (var i = 0; i < before.length; i++) {
            // The i-th draw repeats one of the i before it with probability i / (mass + i).
            var repeated = random.nextDouble() * (urn.mass + i) >= urn.mass;
            drawn[i] = repeated ? drawn[random.nextInt(i)] : urn.draw(random);
            total += before[i] * drawn[i];
        }
        return total;
    }

    /** What became of money of the others: factors, each as likely as the money it stands for. */
    private static final class Urn {

        private final double mass;
        private final double seen;
        private final double[] bounds;
        private final double[] factors;

        Urn(Accounts others) {
            seen = Math.min(others.effective(), Baseline.MOST_MONEY);
            mass = seen + 2 * Baseline.UNSEEN;
            bounds = new double[others.count()];
            factors = new double[others.count()];
            var sum = 0.0;
            for (var i = 0; i < bounds.length; i++) {
                sum += others.before[i];
                bounds[i] = sum;
                factors[i] = (double) others.after[i] / others.before[i];
            }
        }

        double draw(SplittableRandom random) {
            var place = random.nextDouble() * mass;
            if (place >= seen) {
                return place < seen + Baseline.UNSEEN ? 0 : 1;
            }
            var found = Arrays.binarySearch(bounds, place / seen * bounds[bounds.length - 1]);
            return factors[Math.min(found < 0 ? -found - 1 : found + 1, factors.length - 1)];
        }
    }
}
