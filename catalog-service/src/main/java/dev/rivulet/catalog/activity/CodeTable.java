package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.CodeTree;
import dev.rivulet.catalog.activity.domain.EditionDiff;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codes of all editions, in the current transaction: sets of rows rather than entities, because they come so. */
@Singleton
class CodeTable {

    private static final String COLUMNS = "code, parent, section, level, name, licensed";

    private static final String INSERT = "INSERT INTO activity_code AS old (tenant_id, edition_id, " + COLUMNS
            + ") SELECT ?, ?, * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])";

    private final Sql sql;
    private final Tenants tenants;

    CodeTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** What became of the rows put; those not counted were there already, the same. */
    record Put(long added, long changed) {}

    /** Puts codes, each at most once, with one statement. */
    Put put(UUID edition, List<CodeView> codes) {
        var outcomes = sql.query(
                INSERT
                        + " ON CONFLICT (tenant_id, edition_id, code) DO UPDATE SET parent = excluded.parent,"
                        + " section = excluded.section, level = excluded.level, name = excluded.name,"
                        + " licensed = excluded.licensed"
                        + " WHERE (old.parent, old.section, old.level, old.name, old.licensed) IS DISTINCT FROM"
                        + " (excluded.parent, excluded.section, excluded.level, excluded.name, excluded.licensed)"
                        + " RETURNING xmax = 0",
                row -> row.getBoolean(1),
                values(edition, codes));
        var added = outcomes.stream().filter(isNew -> isNew).count();
        return new Put(added, outcomes.size() - added);
    }

    /** Puts codes, each at most once, into an edition that has none of them: there is nothing to look for first. */
    Put add(UUID edition, List<CodeView> codes) {
        return new Put(sql.update(INSERT, values(edition, codes)), 0);
    }

    /** Refuses what nobody can be registered under by an edition. */
    void require(UUID edition, String code, String pointer) {
        if (CodeTree.isSection(code)) {
            throw Rejected.unprocessable("activity-code-section", pointer, code);
        }
        if (find(edition, code) == null) {
            throw Rejected.unprocessable("activity-code-unknown", pointer, code);
        }
    }

    private Object[] values(UUID edition, List<CodeView> codes) {
        return new Object[] {
            tenants.current(),
            edition,
            texts(codes, CodeView::code),
            texts(codes, CodeView::parent),
            texts(codes, CodeView::section),
            texts(codes, CodeView::level),
            texts(codes, CodeView::name),
            codes.stream().map(CodeView::licensed).toArray(Boolean[]::new)
        };
    }

    @SuppressWarnings("NullAway") // An SQL array may hold nulls.
    private static String[] texts(List<CodeView> codes, Function<CodeView, @Nullable String> column) {
        return codes.stream().map(column).toArray(String[]::new);
    }

    /**
     * Takes away every other code of the edition; how many those were. An anti-join, because {@code <> ALL} compares
     * each with each as soon as PostgreSQL plans it for any array.
     */
    int keepOnly(UUID edition, Collection<String> codes) {
        return sql.update(
                "DELETE FROM activity_code c WHERE tenant_id = ? AND edition_id = ?"
                        + " AND NOT EXISTS (SELECT FROM unnest(?::text[]) kept (code) WHERE kept.code = c.code)",
                tenants.current(),
                edition,
                codes.toArray(String[]::new));
    }

    int count(UUID edition) {
        return sql.query(
                        "SELECT count(*) FROM activity_code WHERE tenant_id = ? AND edition_id = ?",
                        row -> row.getInt(1),
                        tenants.current(),
                        edition)
                .getFirst();
    }

    @Nullable
    CodeView find(UUID edition, String code) {
        var found = sql.query(
                "SELECT " + COLUMNS + " FROM activity_code WHERE tenant_id = ? AND edition_id = ? AND code = ?",
                CodeTable::code,
                tenants.current(),
                edition,
                code);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Those of the codes that the edition has. */
    List<CodeView> find(UUID edition, Collection<String> codes) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM activity_code WHERE tenant_id = ? AND edition_id = ? AND code = ANY (?)",
                CodeTable::code,
                tenants.current(),
                edition,
                codes.toArray(String[]::new));
    }

    /** In the order of the codes, those behind one; only what is at or under a code, or in a section. */
    List<CodeView> after(UUID edition, String last, @Nullable String under, int count) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM activity_code WHERE tenant_id = ? AND edition_id = ? AND code > ?"
                        + " AND (?::text IS NULL OR starts_with(code, ?) OR section = ?) ORDER BY code LIMIT ?",
                CodeTable::code,
                tenants.current(),
                edition,
                last,
                under,
                under,
                under,
                count);
    }

    List<EditionDiff.Code> all(UUID edition) {
        return sql.query(
                "SELECT code, parent, name FROM activity_code WHERE tenant_id = ? AND edition_id = ?",
                row -> new EditionDiff.Code(row.getString(1), row.getString(2), row.getString(3)),
                tenants.current(),
                edition);
    }

    private static CodeView code(ResultSet row) throws SQLException {
        return new CodeView(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6));
    }
}
