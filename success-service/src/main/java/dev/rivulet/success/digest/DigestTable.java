package dev.rivulet.success.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.digest.domain.Week;
import dev.rivulet.success.erasure.PersonErased;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Digests of weeks that are over, each written once. */
@Singleton
class DigestTable {

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    DigestTable(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** What a week brought, as it was when it closed. */
    record Closed(Content content, Instant closedAt) {}

    /** Whoever closes a week first has closed it. */
    void close(Week week, Content content, Instant now) {
        sql.update(
                "INSERT INTO digest (tenant_id, monday, content, closed_at) VALUES (?, ?, ?::jsonb, ?::timestamptz)"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                week.monday(),
                text(content),
                now.toString());
    }

    /** The one reason for which a digest changes. */
    void erase(@Observes PersonErased person) {
        record Kept(LocalDate monday, Content content) {}
        for (var name : person.names()) {
            sql.query(
                            "SELECT monday, content FROM digest WHERE tenant_id = ?"
                                    + " AND strpos(lower(content::text), lower(?)) > 0 ORDER BY monday FOR UPDATE",
                            row -> new Kept(row.getObject(1, LocalDate.class), content(row.getString(2))),
                            tenants.current(),
                            name)
                    .forEach(kept -> sql.update(
                            "UPDATE digest SET content = ?::jsonb WHERE tenant_id = ? AND monday = ?",
                            text(kept.content().without(person)),
                            tenants.current(),
                            kept.monday()));
        }
    }

    Optional<Closed> closed(Week week) {
        return sql
                .query(
                        "SELECT content, closed_at FROM digest WHERE tenant_id = ? AND monday = ?",
                        row -> new Closed(
                                content(row.getString(1)), row.getTimestamp(2).toInstant()),
                        tenants.current(),
                        week.monday())
                .stream()
                .findFirst();
    }

    Optional<Week> last() {
        return sql
                .query(
                        "SELECT monday FROM digest WHERE tenant_id = ? ORDER BY monday DESC LIMIT 1",
                        row -> new Week(row.getObject(1, LocalDate.class)),
                        tenants.current())
                .stream()
                .findFirst();
    }

    private String text(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write a digest", e);
        }
    }

    private Content content(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a digest", e);
        }
    }
}
