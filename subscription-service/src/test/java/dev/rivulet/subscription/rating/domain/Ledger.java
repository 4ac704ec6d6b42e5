package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A subscription as billing keeps it: its terms, and what was charged and given back so far. */
class Ledger {

    /** A charge or a credit, and the day it was made for. */
    record Line(LocalDate date, Charge charge) {}

    Timeline timeline;
    LocalDate billedThrough;
    final Map<UUID, Charged> charged = new HashMap<>();
    final List<Line> lines = new ArrayList<>();
    private final Function<Span, Reading> usage;
    private final boolean isAskedEveryDay;

    Ledger(Timeline timeline, Function<Span, Reading> usage, boolean isAskedEveryDay) {
        this.timeline = timeline;
        this.usage = usage;
        this.isAskedEveryDay = isAskedEveryDay;
    }

    /** Charges what falls due, each day on its day, as the invoice run does. */
    void billThrough(LocalDate through) {
        for (var day = next(); day != null && !day.isAfter(through); day = next()) {
            charge(Rating.spans(timeline, billedThrough, day), day);
            billedThrough = day;
        }
        if (billedThrough == null || billedThrough.isBefore(through)) {
            billedThrough = through;
        }
    }

    private LocalDate next() {
        if (isAskedEveryDay) {
            return billedThrough == null ? timeline.start() : billedThrough.plusDays(1);
        }
        return Rating.nextDue(timeline, billedThrough);
    }

    /** The terms become others from a day on; what is due by another is charged and given back at once. */
    void become(Timeline wanted, LocalDate since, LocalDate through, LocalDate date) {
        timeline = wanted;
        var repair = Repair.corrections(wanted, List.copyOf(charged.values()), since, billedThrough, through);
        for (var credit : repair.credits()) {
            assertThat(credit.charge().explanation().replay())
                    .isEqualTo(credit.charge().amount());
            charged.compute(credit.of(), (id, was) -> was.less(credit.charge()));
            lines.add(new Line(date, credit.charge()));
        }
        charge(repair.missing(), date);
        if (billedThrough == null || billedThrough.isBefore(through)) {
            billedThrough = through;
        }
    }

    private void charge(List<Span> spans, LocalDate date) {
        for (var span : spans) {
            for (var charge : rate(span)) {
                assertThat(charge.explanation().replay()).isEqualTo(charge.amount());
                var id = UUID.randomUUID();
                charged.put(id, Charged.of(id, charge));
                lines.add(new Line(date, charge));
            }
        }
    }

    private List<Charge> rate(Span span) {
        return switch (span.reason()) {
            case RECURRING -> List.of(Rating.charge(span));
            case USAGE -> Rating.charge(span, usage.apply(span));
            default ->
                Rating.commitment(
                                span,
                                Rating.committed(timeline, span).stream()
                                        .flatMap(s -> rate(s).stream())
                                        .toList())
                        .stream()
                        .toList();
        };
    }

    /** What each component has cost, credits taken off; nothing is left out. */
    Map<String, Money> net() {
        var net = new HashMap<String, Money>();
        lines.forEach(l -> net.merge(l.charge().component(), l.charge().amount(), Money::plus));
        net.values().removeIf(Money::isZero);
        return net;
    }
}
