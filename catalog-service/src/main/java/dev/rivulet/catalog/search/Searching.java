package dev.rivulet.catalog.search;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds documents by words, in Russian and English. */
@ApplicationScoped
@Transactional
class Searching {

    /** Private-use characters mark what was found until the text around it is escaped. */
    private static final String OPEN = "\uE000";

    private static final String CLOSE = "\uE001";

    private static final String HEADLINE = "StartSel=" + OPEN + ", StopSel=" + CLOSE
            + ", MaxFragments=2, MaxWords=25, MinWords=8, FragmentDelimiter=\" … \"";

    // The rank was given out as text, which for float4 is exact.
    private static final String FIND = """
            WITH asked AS (SELECT websearch_to_tsquery('catalog_search', ?) AS query),
            found AS (
              SELECT id, kind, lang, title, body, ts_rank_cd(words, query, 4) AS rank, query
              FROM search_document, asked
              WHERE tenant_id = ? AND words @@ query AND (?::text IS NULL OR kind = ?) AND (?::text IS NULL OR lang = ?)
            )
            SELECT id, kind, lang, title, rank::text, ts_headline('catalog_search', concat_ws(' — ', title, nullif(body, '')), query, ?)
            FROM (
              SELECT * FROM found WHERE ?::float4 IS NULL OR (rank, id) < (?::float4, ?::uuid)
              ORDER BY rank DESC, id DESC LIMIT ?
            ) page
            ORDER BY rank DESC, id DESC""";

    private final Sql sql;
    private final Tenants tenants;

    Searching(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    List<Hit> find(String words, @Nullable String kind, Hit.@Nullable Lang lang, @Nullable Cursor after, int count) {
        var language = lang == null ? null : lang.name();
        var rank = after == null ? null : rank(after);
        var id = after == null ? null : after.id();
        return sql.query(
                FIND,
                Searching::hit,
                words,
                tenants.current(),
                kind,
                kind,
                language,
                language,
                HEADLINE,
                rank,
                rank,
                id,
                count);
    }

    /** A cursor's checksum is no signature: what is inside may be anything. */
    private static Float rank(Cursor after) {
        try {
            return Float.valueOf(after.values().getFirst());
        } catch (NumberFormatException e) {
            throw Rejected.invalid("cursor-invalid", "?cursor");
        }
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getString(2),
                row.getObject(1, UUID.class),
                Hit.Lang.valueOf(row.getString(3)),
                row.getString(4),
                html(row.getString(6)),
                row.getString(5));
    }

    private static String html(String marked) {
        return marked.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace(OPEN, "<mark>")
                .replace(CLOSE, "</mark>");
    }
}
