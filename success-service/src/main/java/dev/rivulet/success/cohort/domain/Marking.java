package dev.rivulet.success.cohort.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks the sharp moves of one table: all cells that closed in the same month are tested together. A difference
 * of 5 points from the baseline is one; red needs q &lt; 0.05 and a size besides: at least 3 customers, or money that
 * counts as at least 10 accounts of the same size and stays a finding without its largest account. What differs by as
 * much and is not red is too small to say, not quiet.
 */
public final class Marking {

    private static final double RED = 0.05;
    private static final double POINTS = 0.05;
    private static final double CUSTOMERS = 3;
    private static final double EFFECTIVE = 10;
    /** 0.95 - 0.90 is a little less than 0.05 in doubles. */
    private static final double EXACT = 1e-9;

    private Marking() {}

    /**
     * How a cell was judged.
     *
     * @param share what it kept of an age ago
     * @param baseline what the others kept at the same age; null without enough of them
     * @param position where the cell stands among what the baseline makes likely; null without a baseline
     * @param q null without a baseline
     * @param effective as how many accounts of the same size the cell counts
     * @param fewAccounts whether it counts as too few accounts, is no finding without its largest one, or differs by too
     *     few customers
     */
    public record Mark(
            Verdict verdict,
            double share,
            @Nullable Expected baseline,
            @Nullable Position position,
            double q,
            double effective,
            boolean fewAccounts) {}

    /** The others at the same age: what share they kept, and of how many accounts. */
    public record Expected(double share, double accounts) {}

    /** Customers of a cell, and of all others at the same age. */
    public record Logos(LogoTest.Step cell, LogoTest.Step others) {}

    /** Accounts of a cell, and of all others at the same age. */
    public record Monies(Accounts cell, Accounts others) {}

    /** Judges customers, in the same order. */
    public static List<Mark> logos(List<Logos> cells) {
        var tested = new ArrayList<Tested>();
        for (var pair : cells) {
            var comparable = LogoTest.isComparable(pair.cell(), pair.others());
            tested.add(
                    comparable
                            ? new Tested(
                                    pair.cell().share(),
                                    pair.others().share(),
                                    pair.others().at(),
                                    LogoTest.position(pair.cell(), pair.others()),
                                    pair.cell().at(),
                                    matters(pair.cell().share(), pair.others().share()),
                                    isFew(pair))
                            : Tested.not(
                                    pair.cell().at() == 0 ? 0 : pair.cell().share(),
                                    pair.cell().at()));
        }
        return marks(tested);
    }

    private static boolean matters(double share, double baseline) {
        return Math.abs(share - baseline) >= POINTS - EXACT;
    }

    /** Whether it differs, but by fewer customers than matter. */
    private static boolean isFew(Logos pair) {
        var cell = pair.cell();
        var expected = pair.others().share();
        return matters(cell.share(), expected) && Math.abs(cell.stayed() - cell.at() * expected) < CUSTOMERS - EXACT;
    }

    /** Judges money, in the same order. */
    public static List<Mark> monies(List<Monies> cells) {
        var tested = new ArrayList<Tested>();
        for (var pair : cells) {
            tested.add(
                    MoneyTest.isComparable(pair.cell(), pair.others())
                            ? tested(pair)
                            : Tested.not(
                                    pair.cell().count() == 0 ? 0 : pair.cell().ratio(),
                                    pair.cell().effective()));
        }
        return marks(tested);
    }

    private static Tested tested(Monies pair) {
        var cell = pair.cell();
        var position = MoneyTest.position(cell, pair.others());
        var matters = matters(cell.ratio(), pair.others().ratio());
        var oneAccount = matters && position.p() < RED && isOneAccount(pair, position);
        return new Tested(
                cell.ratio(),
                pair.others().ratio(),
                pair.others().effective(),
                position,
                cell.effective(),
                matters,
                oneAccount || cell.effective() < EFFECTIVE);
    }

    /** Without its largest account it is no finding any more, or one to the other side. */
    private static boolean isOneAccount(Monies pair, Position whole) {
        if (pair.cell().count() < 2) {
            return true;
        }
        var rest = MoneyTest.position(pair.cell().withoutLargest(), pair.others());
        return rest.p() >= RED || (rest.below() < 0.5) != (whole.below() < 0.5);
    }

    private record Tested(
            double share,
            double baseline,
            double others,
            @Nullable Position position,
            double effective,
            boolean matters,
            boolean fewAccounts) {

        static Tested not(double share, double effective) {
            return new Tested(share, 0, 0, null, effective, false, false);
        }
    }

    private static List<Mark> marks(List<Tested> cells) {
        var q = FalseDiscovery.q(cells.stream()
                .map(Tested::position)
                .filter(position -> position != null)
                .mapToDouble(Position::p)
                .toArray());
        var marks = new ArrayList<Mark>();
        var next = 0;
        for (var cell : cells) {
            var position = cell.position();
            if (position == null) {
                marks.add(new Mark(Verdict.NO_BASELINE, cell.share(), null, null, 1, cell.effective(), false));
                continue;
            }
            var own = q[next++];
            marks.add(new Mark(
                    verdict(cell, position, own),
                    cell.share(),
                    new Expected(cell.baseline(), cell.others()),
                    position,
                    own,
                    cell.effective(),
                    cell.fewAccounts()));
        }
        return marks;
    }

    private static Verdict verdict(Tested cell, Position position, double q) {
        if (!cell.matters()) {
            return Verdict.QUIET;
        }
        if (q >= RED || cell.fewAccounts()) {
            return Verdict.TOO_SMALL_TO_SAY;
        }
        return position.below() < 0.5 ? Verdict.RED_DOWN : Verdict.RED_UP;
    }
}
