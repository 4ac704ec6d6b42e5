package dev.rivulet.success.revenue.domain;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Figures one after the other, by age or by month: stocks as they stood at the end of each, flows as they happened in
 * each, both as known now and as reported when it closed.
 */
public final class Levels {

    private final NavigableMap<Integer, Figures> changes;
    private final NavigableMap<Integer, Figures> sums = new TreeMap<>();

    private Levels(NavigableMap<Integer, Figures> changes) {
        this.changes = changes;
        var sum = Figures.NONE;
        for (var change : changes.entrySet()) {
            sum = sum.plus(change.getValue());
            sums.put(change.getKey(), sum);
        }
    }

    /** Of nothing at all. */
    public static final Levels NONE = new Levels(new TreeMap<>());

    public static Levels of(NavigableMap<Integer, Figures> changes) {
        return new Levels(changes);
    }

    /** With others that began so much later. */
    public Levels plus(Levels other, int later) {
        var sum = new TreeMap<>(changes);
        other.changes.forEach((at, figures) -> sum.merge(at + later, figures, Figures::plus));
        return new Levels(sum);
    }

    /** What a stock had become by the end. */
    public long stock(Figure figure, int at) {
        var last = sums.floorEntry(at);
        return last == null ? 0 : last.getValue().get(figure);
    }

    public long flow(Figure figure, int at) {
        return changes.getOrDefault(at, Figures.NONE).get(figure);
    }

    public long reportedStock(Figure figure, int at) {
        return stock(figure, at) + flow(figure.late(), at);
    }

    public long reportedFlow(Figure figure, int at) {
        return flow(figure, at) + flow(figure.late(), at);
    }
}
