package dev.rivulet.success.journey.domain;

import dev.rivulet.success.journey.domain.Criterion.Facts;
import dev.rivulet.success.journey.domain.Move.Outcome;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The steps of a journey in their order. Branches lead forward only, so that every way comes to an end. */
public record Course(List<Step> steps) {

    /** When a day's steps are taken, where the customer is. */
    public static final LocalTime MORNING = LocalTime.of(9, 0);

    public Course {
        steps = List.copyOf(steps);
    }

    /** The index of the first step that cannot be, for its key is taken or it leads nowhere or back. */
    public OptionalInt fault() {
        var keys = new HashSet<String>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var leads = !(step instanceof Step.Branch branch)
                    || (leadsOn(i, branch.then()) && leadsOn(i, branch.otherwise()));
            if (!keys.add(step.key()) || !leads) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean leadsOn(int from, @Nullable String key) {
        return key == null || index(key).orElse(-1) > from;
    }

    public OptionalInt index(String key) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).key().equals(key))
                .findFirst();
    }

    /**
     * Where the step at an index leads.
     *
     * @param extensions so far
     */
    public Move move(int index, Facts facts, int extensions) {
        if (index == steps.size()) {
            return new Move.End(Outcome.COMPLETED);
        }
        return switch (steps.get(index)) {
            case Step.Act act -> go(index + 1, 0);
            case Step.Wait wait -> go(index + 1, wait.days());
            case Step.Await await -> new Move.Await(index + 1, await.happening());
            case Step.Branch branch -> {
                var target = Criterion.unmet(branch.criteria(), facts).isEmpty() ? branch.then() : branch.otherwise();
                yield go(target == null ? index + 1 : index(target).orElseThrow(), 0);
            }
            case Step.Review review -> {
                if (Criterion.unmet(review.criteria(), facts).isEmpty()) {
                    yield new Move.End(Outcome.GRADUATED);
                }
                yield extensions < review.mostExtensions()
                        ? new Move.Extend(review.extendDays())
                        : new Move.End(Outcome.NOT_READY);
            }
        };
    }

    /** A journey that ends with a wait is over when that is. */
    private Move go(int to, int afterDays) {
        return to < steps.size() || afterDays > 0 ? new Move.Go(to, afterDays) : new Move.End(Outcome.COMPLETED);
    }

    /** The morning so many local days after a time, or the time itself for none: late steps do not delay later ones. */
    public static Instant due(Instant from, int days, ZoneId zone) {
        return days == 0
                ? from
                : from.atZone(zone)
                        .toLocalDate()
                        .plusDays(days)
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant();
    }
}
