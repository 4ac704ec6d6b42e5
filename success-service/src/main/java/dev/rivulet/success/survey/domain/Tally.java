package dev.rivulet.success.survey.domain;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many gave each answer. */
public record Tally(Map<Integer, Long> counts) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    public static Tally of(Collection<Integer> answers) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        answers.forEach(answer -> counts.merge(answer, 1L, Long::sum));
        return new Tally(counts);
    }

    /** Answers. */
    public long n() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /** Answers from lowest to highest, both included. */
    public long between(int lowest, int highest) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() >= lowest && entry.getKey() <= highest)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long sum() {
        return counts.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .sum();
    }

    public long sumOfSquares() {
        return counts.entrySet().stream()
                .mapToLong(entry -> (long) entry.getKey() * entry.getKey() * entry.getValue())
                .sum();
    }

    /** Answers of others on top. */
    public Tally plus(Tally other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((answer, count) -> sum.merge(answer, count, Long::sum));
        return new Tally(sum);
    }
}
