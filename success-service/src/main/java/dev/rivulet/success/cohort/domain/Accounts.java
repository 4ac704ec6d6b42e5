package dev.rivulet.success.cohort.domain;

import java.util.Arrays;

/** Accounts with revenue at the end of an age, and what they have an age later. */
public final class Accounts {

    final long[] before;
    final long[] after;

    private Accounts(long[] before, long[] after) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(before.length + " accounts and " + after.length);
        }
        this.before = before;
        this.after = after;
    }

    /**
     * Account by account.
     *
     * @param before in minor units, positive
     * @param after in minor units, not negative
     */
    public static Accounts of(long[] before, long[] after) {
        return new Accounts(before.clone(), after.clone());
    }

    int count() {
        return before.length;
    }

    long totalAfter() {
        return Arrays.stream(after).sum();
    }

    double ratio() {
        return (double) totalAfter() / Arrays.stream(before).sum();
    }

    /** (Σ before)² / Σ before²: as how many accounts of the same size these count. */
    double effective() {
        var sum = 0.0;
        var squares = 0.0;
        for (var amount : before) {
            sum += amount;
            squares += (double) amount * amount;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    Accounts withoutLargest() {
        var largest = 0;
        for (var i = 1; i < before.length; i++) {
            largest = before[i] > before[largest] ? i : largest;
        }
        return new Accounts(without(before, largest), without(after, largest));
    }

    private static long[] without(long[] values, int index) {
        var rest = new long[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
