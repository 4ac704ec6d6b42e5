package dev.rivulet.success.renewal;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.renewal.domain.Outcome;
import dev.rivulet.success.renewal.domain.Risk;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the renewals that came out; in SQL, because all of a period are read. */
@Singleton
class PastRenewals {

    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
    private static final LocalDate END = LocalDate.of(2999, 12, 31);

    private final Sql sql;
    private final Tenants tenants;

    PastRenewals(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * How many came out how.
     *
     * @param risk as it was shown beforehand; null when it was not
     */
    private record Count(@Nullable Risk risk, Outcome outcome, long count) {}

    /** How renewals came out, by the risk that was shown of them. */
    record Counts(Map<Risk, Map<Outcome, Long>> byRisk, Map<Outcome, Long> unseen) {

        long of(Risk risk, Outcome outcome) {
            return byRisk.getOrDefault(risk, Map.of()).getOrDefault(outcome, 0L);
        }

        long kept(Risk risk) {
            return Arrays.stream(Outcome.values())
                    .filter(Outcome::isKept)
                    .mapToLong(outcome -> of(risk, outcome))
                    .sum();
        }

        /** Those of which something could be kept. */
        long due(Risk risk) {
            return kept(risk) + of(risk, Outcome.LOST);
        }

        Map<Risk, Share> keptShares() {
            var shares = new EnumMap<Risk, Share>(Risk.class);
            for (var risk : Risk.values()) {
                shares.put(risk, new Share(kept(risk), due(risk)));
            }
            return shares;
        }
    }

    /** Of those that were due on these days, both included, of the accounts; what is null is open. */
    Counts counts(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable List<UUID> only) {
        var byRisk = new EnumMap<Risk, Map<Outcome, Long>>(Risk.class);
        var unseen = new EnumMap<Outcome, Long>(Outcome.class);
        var accounts = only == null ? null : only.stream().map(UUID::toString).toArray(String[]::new);
        var condition = accounts == null ? "?::text[] IS NULL" : "account_id = ANY (?::uuid[])";
        sql.query(
                        "SELECT risk, outcome, count(*) FROM renewal WHERE tenant_id = ? AND outcome IS NOT NULL"
                                + " AND due_on BETWEEN ? AND ? AND " + condition + " GROUP BY risk, outcome",
                        row -> new Count(
                                row.getString(1) == null ? null : Risk.valueOf(row.getString(1)),
                                Outcome.valueOf(row.getString(2)),
                                row.getLong(3)),
                        tenants.current(),
                        from == null ? BEGINNING : from,
                        to == null ? END : to,
                        accounts)
                .forEach(count -> (count.risk() == null
                                ? unseen
                                : byRisk.computeIfAbsent(count.risk(), risk -> new EnumMap<>(Outcome.class)))
                        .put(count.outcome(), count.count()));
        return new Counts(byRisk, unseen);
    }
}
