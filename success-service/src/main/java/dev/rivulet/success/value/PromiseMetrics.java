package dev.rivulet.success.value;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.value.domain.PromiseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sums the ledger up; in SQL, because all promises of a period are read. */
@ApplicationScoped
@Transactional
class PromiseMetrics {

    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
    private static final LocalDate END = LocalDate.of(2999, 12, 31);

    private final Sql sql;
    private final Cares cares;
    private final int minimum;

    PromiseMetrics(Sql sql, Cares cares, @ConfigProperty(name = "rivulet.promises.minimum") int minimum) {
        this.sql = sql;
        this.cares = cares;
        this.minimum = minimum;
    }

    /** Of the promises due on these days, both included; what is left out is open. */
    PromiseMetricView of(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable PromiseGrouping by) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        var first = from == null ? BEGINNING : from;
        var last = to == null ? END : to;
        var groups = by == null
                ? List.<PromiseMetricView>of()
                : groups(by, first, last).entrySet().stream()
                        .map(group -> PromiseMetricView.of(
                                group.getKey().isEmpty() ? null : group.getKey(), group.getValue(), minimum, List.of()))
                        .toList();
        var all = counts("NULL", first, last).getOrDefault("", Map.of());
        return PromiseMetricView.of(null, all, minimum, groups);
    }

    private SortedMap<String, Map<PromiseStatus, Long>> groups(PromiseGrouping by, LocalDate first, LocalDate last) {
        var counted = counts(by.column(), first, last);
        if (by != PromiseGrouping.SEGMENT) {
            return counted;
        }
        var care = cares.of(counted.keySet().stream().map(UUID::fromString).toList());
        var segments = new TreeMap<String, Map<PromiseStatus, Long>>();
        counted.forEach((account, counts) -> {
            var known = care.get(UUID.fromString(account));
            var segment = known == null || known.segmentId() == null
                    ? ""
                    : known.segmentId().toString();
            var sums = segments.computeIfAbsent(segment, none -> new EnumMap<>(PromiseStatus.class));
            counts.forEach((status, count) -> sums.merge(status, count, Long::sum));
        });
        return segments;
    }

    private SortedMap<String, Map<PromiseStatus, Long>> counts(String column, LocalDate first, LocalDate last) {
        var counts = new TreeMap<String, Map<PromiseStatus, Long>>();
        sql.query(
                "SELECT coalesce(" + column + ", ''), status, count(*) FROM promise WHERE due_on BETWEEN ? AND ?"
                        + " GROUP BY 1, 2",
                row -> counts.computeIfAbsent(row.getString(1), group -> new EnumMap<>(PromiseStatus.class))
                        .put(PromiseStatus.valueOf(row.getString(2)), row.getLong(3)),
                first,
                last);
        return counts;
    }
}
