package dev.rivulet.success.score;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.input.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers by their scores, with the money that rests on them. */
@ApplicationScoped
class RiskList {

    private static final int FULL = 100;

    private final Sql sql;
    private final Tenants tenants;
    private final CurrentModels models;
    private final Customers customers;
    private final Portfolio portfolio;

    RiskList(Sql sql, Tenants tenants, CurrentModels models, Customers customers, Portfolio portfolio) {
        this.sql = sql;
        this.tenants = tenants;
        this.models = models;
        this.customers = customers;
        this.portfolio = portfolio;
    }

    /**
     * Those with a score, as far as the caller may see them.
     *
     * @param below only with a score below it; null for any
     * @param currency only those who pay in it; null for all, whose money must then be in one, to be sorted
     */
    @Transactional
    List<RiskView> page(
            @Nullable Integer below, @Nullable String currency, ScoreSort sort, @Nullable Cursor place, int limit) {
        var only = Currencies.named(currency);
        if (sort == ScoreSort.MONEY && only == null) {
            Currencies.one(null, currencies());
        }
        var values = new ArrayList<Object>(List.of(tenants.current()));
        var where = new StringBuilder(" WHERE s.tenant_id = ? AND s.score IS NOT NULL");
        if (below != null) {
            if (below < 0 || below > FULL) {
                throw Rejected.invalid("score-range", "?below");
            }
            where.append(" AND s.score < ?");
            values.add(below);
        }
        if (only != null) {
            where.append(" AND s.currency = ?");
            values.add(only);
        }
        portfolio.accounts().ifPresent(mine -> {
            where.append(" AND s.account_id = ANY(?)");
            values.add(mine.toArray(UUID[]::new));
        });
        where.append(sort.after(place, values));
        values.add(limit);
        var rows = sql.query(
                "SELECT " + ScoreRows.COLUMNS + " FROM customer_score s" + where + " ORDER BY " + sort.order
                        + " LIMIT ?",
                ScoreRows::read,
                values.toArray());
        var known = models.of(rows.stream().map(ScoreRow::modelId).distinct().toList());
        var names = customers.names(rows.stream().map(ScoreRow::accountId).toList());
        return rows.stream()
                .map(row -> {
                    var model = Objects.requireNonNull(known.get(row.modelId()));
                    var score = Objects.requireNonNull(row.score());
                    return new RiskView(
                            row.accountId(),
                            names.get(row.accountId()),
                            score,
                            row.coverage(),
                            model.model().thresholds().band(score),
                            row.mrr(),
                            model.number(),
                            row.computedAt());
                })
                .toList();
    }

    /** Jumps from one to the next over their index, instead of reading every score. */
    private List<String> currencies() {
        var next = "(SELECT currency FROM customer_score WHERE tenant_id = ? AND score IS NOT NULL AND mrr_minor <> 0";
        return sql.query(
                "WITH RECURSIVE found (v) AS (" + next + " ORDER BY currency LIMIT 1) UNION ALL SELECT " + next
                        + " AND currency > v ORDER BY currency LIMIT 1) FROM found WHERE v IS NOT NULL)"
                        + " SELECT v FROM found WHERE v IS NOT NULL",
                row -> row.getString(1),
                tenants.current(),
                tenants.current());
    }
}
