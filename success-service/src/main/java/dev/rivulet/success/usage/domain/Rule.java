package dev.rivulet.success.usage.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who counts as coming back.
 *
 * @param firstOnly everybody counts from their first period ever, and not from each of theirs
 * @param orAfter in a period, or in any after it
 * @param widths of how many periods each span after the first one is
 */
public record Rule(boolean firstOnly, boolean orAfter, List<Integer> widths) {

    /**
     * Periods so many after the first.
     *
     * @param from the first of them; 0 is the period itself
     * @param to the last of them
     */
    public record Span(int from, int to) {}

    public Rule {
        widths = List.copyOf(widths);
        if (widths.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("widths: " + widths);
        }
    }

    /** Everybody in each period of theirs, and in each of as many again. */
    public static Rule recurring(int periods) {
        return new Rule(false, false, each(periods));
    }

    /** A span for each period after the first one. */
    public static List<Integer> each(int periods) {
        return Collections.nCopies(periods - 1, 1);
    }

    /** How many periods they are, with the first one. */
    public int periods() {
        return 1 + widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** The first one, and those after it. */
    public List<Span> spans() {
        var spans = new ArrayList<Span>();
        spans.add(new Span(0, 0));
        for (var width : widths) {
            var from = spans.getLast().to() + 1;
            spans.add(new Span(from, from + width - 1));
        }
        return List.copyOf(spans);
    }
}
