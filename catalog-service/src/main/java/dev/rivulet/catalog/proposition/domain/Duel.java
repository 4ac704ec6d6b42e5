package dev.rivulet.catalog.proposition.domain;

/**
 * A challenger against the champion: won of decided deals each, compared by the pooled two-proportion z test.
 *
 * @param minimum decided deals that both need before anything is said
 */
public record Duel(Proportion challenger, Proportion champion, int minimum) {

    /** What can be said of it. */
    public enum Verdict {
        TOO_FEW_DEALS,
        NOT_PROVEN,
        BETTER,
        WORSE
    }

    public Verdict verdict() {
        if (challenger.trials() < minimum || champion.trials() < minimum) {
            return Verdict.TOO_FEW_DEALS;
        }
        var z = z();
        if (Math.abs(z) < Proportion.Z) {
            return Verdict.NOT_PROVEN;
        }
        return z > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    /** Standard errors by which the challenger is ahead; 0 when there is nothing to compare. */
    public double z() {
        var n = (double) challenger.trials();
        var m = (double) champion.trials();
        if (n == 0 || m == 0) {
            return 0;
        }
        var pooled = (challenger.successes() + champion.successes()) / (n + m);
        var error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        return error == 0 ? 0 : (challenger.successes() / n - champion.successes() / m) / error;
    }
}
