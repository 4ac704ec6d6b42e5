package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.imports.domain.Cause;
import dev.rivulet.subscription.imports.domain.Expected;
import dev.rivulet.subscription.imports.domain.Finding;
import dev.rivulet.subscription.imports.domain.Verdict;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comparisons found, in the current transaction. */
@Singleton
class FindingTable {

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    FindingTable(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** What is kept as it is shown. */
    record Content(
            @Nullable String subscription,
            @Nullable String account,
            LocalDate periodStart,
            LocalDate periodEnd,
            List<ShadowLine> lines) {}

    /** A finding as it was kept. */
    record Kept(
            long seq,
            @Nullable Long line,
            Verdict verdict,
            @Nullable Cause cause,
            @Nullable Money expected,
            @Nullable Money billed,
            Content content) {}

    /** How many of a verdict and cause there are in a currency, and what they come to. */
    record Sum(Verdict verdict, @Nullable Cause cause, long count, Money expected, Money billed) {}

    void add(UUID job, long family, Finding finding, Content content) {
        var expected = finding.expected();
        var billed = finding.billed();
        var currency = expected == null
                ? billed.orElseThrow().currency()
                : expected.amount().currency();
        var comparable = billed.filter(sum -> sum.currency().equals(currency));
        sql.update(
                "INSERT INTO import_finding (tenant_id, job_id, line, family, verdict, cause, currency, expected_minor,"
                        + " billed_minor, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                tenants.current(),
                job,
                expected == null ? null : expected.line(),
                family,
                finding.verdict().name(),
                finding.cause() == null ? null : finding.cause().name(),
                currency.getCurrencyCode(),
                expected == null ? null : minor(expected),
                comparable.map(Money::minor).orElse(null),
                text(content));
    }

    private static Long minor(Expected expected) {
        return expected.amount().minor();
    }

    /** Of a verdict, or all, in the order they were found. */
    List<Kept> after(UUID job, @Nullable Verdict verdict, long seq, int limit) {
        return sql.query(
                "SELECT seq, line, verdict, cause, currency, expected_minor, billed_minor, content FROM import_finding"
                        + " WHERE tenant_id = ? AND job_id = ? AND (?::text IS NULL OR verdict = ?) AND seq > ?"
                        + " ORDER BY seq LIMIT ?",
                this::kept,
                tenants.current(),
                job,
                verdict == null ? null : verdict.name(),
                verdict == null ? null : verdict.name(),
                seq,
                limit);
    }

    List<Sum> sums(UUID job) {
        return sql.query(
                "SELECT verdict, cause, count(*), currency, coalesce(sum(expected_minor), 0),"
                        + " coalesce(sum(billed_minor), 0) FROM import_finding WHERE tenant_id = ? AND job_id = ?"
                        + " GROUP BY currency, verdict, cause ORDER BY currency, verdict, cause NULLS FIRST",
                row -> {
                    var currency = Currency.getInstance(row.getString(4));
                    return new Sum(
                            Verdict.valueOf(row.getString(1)),
                            cause(row.getString(2)),
                            row.getLong(3),
                            new Money(row.getLong(5), currency),
                            new Money(row.getLong(6), currency));
                },
                tenants.current(),
                job);
    }

    /** A line as it is kept: its explanation is JSON already. */
    List<ShadowLine> lines(Finding finding) {
        var lines = new ArrayList<ShadowLine>();
        for (var billed : finding.lines()) {
            try {
                lines.add(ShadowLine.of(billed, json.readTree(billed.explanation())));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return lines;
    }

    private Kept kept(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString(5));
        try {
            return new Kept(
                    row.getLong(1),
                    row.getObject(2, Long.class),
                    Verdict.valueOf(row.getString(3)),
                    cause(row.getString(4)),
                    money(row.getObject(6, Long.class), currency),
                    money(row.getObject(7, Long.class), currency),
                    json.readValue(row.getString(8), Content.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Cause cause(@Nullable String text) {
        return text == null ? null : Cause.valueOf(text);
    }

    private static @Nullable Money money(@Nullable Long minor, Currency currency) {
        return minor == null ? null : new Money(minor, currency);
    }

    private String text(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
