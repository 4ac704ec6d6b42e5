package dev.rivulet.success.revenue.domain;

import java.util.EnumMap;
import java.util.Map;

/** A value of each {@link Figure}; never changed. */
public final class Figures {

    /** Zero of everything. */
    public static final Figures NONE = new Figures(new EnumMap<>(Figure.class));

    /** Without zeros. */
    private final Map<Figure, Long> values;

    private Figures(Map<Figure, Long> values) {
        this.values = values;
    }

    /** In the order of the figures. */
    public static Figures of(long... values) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        var next = 0;
        for (var figure : Figure.values()) {
            put(figures, figure, values[next++]);
        }
        return new Figures(figures);
    }

    private static void put(Map<Figure, Long> figures, Figure figure, long value) {
        if (value == 0) {
            figures.remove(figure);
        } else {
            figures.put(figure, value);
        }
    }

    public long get(Figure figure) {
        return values.getOrDefault(figure, 0L);
    }

    public Figures with(Figure figure, long value) {
        var copy = new EnumMap<Figure, Long>(Figure.class);
        copy.putAll(values);
        put(copy, figure, value);
        return new Figures(copy);
    }

    public Figures plus(Figures other) {
        var sum = new EnumMap<Figure, Long>(Figure.class);
        sum.putAll(values);
        other.values.forEach((figure, value) -> put(sum, figure, Math.addExact(get(figure), value)));
        return new Figures(sum);
    }

    public Figures negate() {
        var copy = new EnumMap<Figure, Long>(Figure.class);
        values.forEach((figure, value) -> copy.put(figure, Math.negateExact(value)));
        return new Figures(copy);
    }

    public boolean isZero() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures && values.equals(figures.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
