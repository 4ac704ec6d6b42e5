package dev.rivulet.subscription.imports.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what another system expected with what is billed here. A line belongs to the expectation in whose period its
 * days begin. What is billed of subscriptions or payers that expectations name, up to the last day they speak of, and
 * belongs to none of them was not expected.
 */
public final class Comparison {

    private Comparison() {}

    public static List<Finding> of(List<Expected> expected, List<Billed> billed) {
        var findings = new ArrayList<Finding>();
        Set<Billed> found = new HashSet<>();
        for (var each : expected) {
            var lines = billed.stream().filter(each::concerns).toList();
            found.addAll(lines);
            findings.add(new Finding(each, cause(each, lines), lines));
        }
        var until = until(expected);
        billed.stream()
                .filter(line -> !found.contains(line) && isSpokenOf(line, until))
                .forEach(line -> findings.add(new Finding(null, Cause.NOT_EXPECTED, List.of(line))));
        return findings;
    }

    /** Up to which day expectations speak of subscriptions and payers. */
    private static Map<UUID, LocalDate> until(List<Expected> expected) {
        var until = new HashMap<UUID, LocalDate>();
        for (var each : expected) {
            until.merge(
                    each.subscription() == null ? each.payer() : each.subscription(),
                    each.end(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        return until;
    }

    private static boolean isSpokenOf(Billed line, Map<UUID, LocalDate> until) {
        return isBefore(line.start(), until.get(line.payer()))
                || (line.subscription() != null && isBefore(line.start(), until.get(line.subscription())));
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate end) {
        return end != null && day.isBefore(end);
    }

    private static @Nullable Cause cause(Expected expected, List<Billed> lines) {
        if (lines.isEmpty()) {
            return missing(expected);
        }
        if (!sum(lines, Billed::gross).currency().equals(expected.amount().currency())) {
            return Cause.CURRENCY;
        }
        if (expected.subscription() != null && !areDays(lines, expected)) {
            return Cause.PERIOD;
        }
        return sum(lines, Billed::gross).equals(expected.amount()) ? null : difference(expected.amount(), lines);
    }

    private static Cause missing(Expected expected) {
        if (expected.chargedThrough() != null && expected.start().isBefore(expected.chargedThrough())) {
            return Cause.CHARGED_THROUGH;
        }
        return expected.ends() != null && !expected.start().isBefore(expected.ends()) ? Cause.ENDED : Cause.NOT_BILLED;
    }

    private static boolean areDays(List<Billed> lines, Expected expected) {
        var first =
                lines.stream().map(Billed::start).min(Comparator.naturalOrder()).orElseThrow();
        var last =
                lines.stream().map(Billed::end).max(Comparator.naturalOrder()).orElseThrow();
        return first.equals(expected.start()) && last.equals(expected.end());
    }

    private static Cause difference(Money expected, List<Billed> lines) {
        var net = sum(lines, Billed::net);
        var tax = sum(lines, Billed::tax);
        var discount = sum(lines, Billed::discount);
        if (!tax.isZero() && expected.equals(net)) {
            return Cause.TAX;
        }
        if (!discount.isZero()
                && (expected.equals(net.plus(discount))
                        || expected.equals(net.plus(tax).plus(discount)))) {
            return Cause.DISCOUNT;
        }
        if (Math.abs(Math.subtractExact(expected.minor(), net.plus(tax).minor())) <= lines.size()) {
            return Cause.ROUNDING;
        }
        return lines.stream().anyMatch(Billed::isPart) ? Cause.DAYS : Cause.PRICE;
    }

    private static Money sum(List<Billed> lines, Function<Billed, Money> part) {
        return Objects.requireNonNull(
                lines.stream().map(part).reduce(Money::plus).orElse(null));
    }
}
