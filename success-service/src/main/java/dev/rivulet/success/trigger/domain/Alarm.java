package dev.rivulet.success.trigger.domain;

import dev.rivulet.success.trigger.domain.Watch.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a rule fires: once when the value crosses its bound, and again only after it has recovered beyond another, better
 * bound, so that a value that trembles around the bound calls once. Between two firings lies the cooldown, whatever
 * happens. A value that stays bad is no news, unless it has become worse by an amount since.
 *
 * @param bound at which the value turns bad
 * @param rearm at which, and beyond, it counts as recovered; the bound itself or better
 * @param worsening by how much it must get worse to fire while it is bad; null: it does not
 * @param cooldownDays whole local days from one firing to the next at least
 */
public record Alarm(
        Direction direction,
        BigDecimal bound,
        BigDecimal rearm,
        @Nullable BigDecimal worsening,
        int cooldownDays) {

    public Alarm {
        if (!direction.isBeyond(rearm, bound)) {
            throw new IllegalArgumentException(rearm + " is no recovery from " + bound);
        }
        if (cooldownDays < 0 || (worsening != null && worsening.signum() <= 0)) {
            throw new IllegalArgumentException("cooldown " + cooldownDays + ", worsening " + worsening);
        }
    }

    /** What an observation leads to. */
    public record Step(Watch watch, boolean fires) {}

    /** Looks at a value; where nothing is known nothing changes. */
    public Step see(Watch watch, @Nullable BigDecimal value, LocalDate today) {
        if (value == null) {
            return new Step(watch, false);
        }
        var bad = direction.isBad(value, bound);
        var cooled = watch.cooled(today, cooldownDays);
        return switch (watch.state()) {
            case ARMED -> bad && cooled ? fire(value, today) : new Step(watch, false);
            case FIRED -> {
                if (hasRecovered(value)) {
                    yield new Step(watch.in(cooled ? State.ARMED : State.COOLING), false);
                }
                yield bad && cooled && isWorse(watch, value) ? fire(value, today) : new Step(watch, false);
            }
            case COOLING -> {
                if (!cooled) {
                    yield new Step(watch, false);
                }
                yield bad ? fire(value, today) : new Step(watch.in(State.ARMED), false);
            }
        };
    }

    /** Something bad has happened that has no value and cannot recover; only the cooldown counts. */
    public static Step happened(Watch watch, LocalDate today, int cooldownDays) {
        return watch.cooled(today, cooldownDays)
                ? new Step(new Watch(State.COOLING, null, today), true)
                : new Step(watch, false);
    }

    /** As good as the recovery asks for. Where that is the bound, whatever is bad at it has not recovered. */
    private boolean hasRecovered(BigDecimal value) {
        return !direction.isBad(value, bound) && direction.worseBy(value, rearm).signum() <= 0;
    }

    private boolean isWorse(Watch watch, BigDecimal value) {
        var before = watch.firedValue();
        return worsening != null
                && before != null
                && direction.worseBy(value, before).compareTo(worsening) >= 0;
    }

    private static Step fire(BigDecimal value, LocalDate today) {
        return new Step(new Watch(State.FIRED, value, today), true);
    }
}
