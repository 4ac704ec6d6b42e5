package dev.rivulet.success.usage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** What usage is added up by; the day is local to the account. */
record UsageDay(UUID accountId, LocalDate day, String metric, String feature, String userId)
        implements Comparable<UsageDay> {

    private static final Comparator<UsageDay> ORDER = Comparator.comparing(UsageDay::accountId)
            .thenComparing(UsageDay::day)
            .thenComparing(UsageDay::metric)
            .thenComparing(UsageDay::feature)
            .thenComparing(UsageDay::userId);

    @Override
    public int compareTo(UsageDay other) {
        return ORDER.compare(this, other);
    }
}
