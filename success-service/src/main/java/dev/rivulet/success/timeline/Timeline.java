package dev.rivulet.success.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.input.CursorValues;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What happened with customers. Features append in the transaction of what happened; an entry told again takes the
 * place of itself. In SQL throughout, because whole batches are written.
 */
@Singleton
public class Timeline {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    Timeline(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(TimelineEntry entry) {
        append(List.of(entry));
    }

    /** Of entries that are the same one, the last counts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Collection<TimelineEntry> entries) {
        var byId = new LinkedHashMap<UUID, TimelineEntry>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        if (byId.isEmpty()) {
            return;
        }
        var all = List.copyOf(byId.values());
        sql.update(
                "INSERT INTO timeline_entry AS known (tenant_id, account_id, id, kind, occurred_at, source_id, contact_id,"
                        + " text, facts) SELECT ?, account, id, kind, at, source, contact, words, facts"
                        + " FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[],"
                        + " ?::jsonb[]) entry (account, id, kind, at, source, contact, words, facts)"
                        + " ORDER BY account, id"
                        + " ON CONFLICT (tenant_id, account_id, id) DO UPDATE SET occurred_at = excluded.occurred_at,"
                        + " contact_id = excluded.contact_id, text = excluded.text, facts = excluded.facts",
                tenants.current(),
                texts(all, TimelineEntry::account),
                texts(all, TimelineEntry::id),
                texts(all, TimelineEntry::kind),
                texts(all, TimelineEntry::at),
                texts(all, TimelineEntry::source),
                texts(all, TimelineEntry::contact),
                texts(all, TimelineEntry::text),
                texts(all, entry -> write(entry.facts())));
    }

    /** What a source tells of a customer is exactly this from now on; for sources that are heard of as snapshots. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(UUID account, UUID source, Collection<TimelineEntry> entries) {
        sql.update(
                "DELETE FROM timeline_entry WHERE tenant_id = ? AND account_id = ? AND source_id = ?"
                        + " AND NOT id = ANY (?::uuid[])",
                tenants.current(),
                account,
                source,
                texts(entries, TimelineEntry::id));
        append(entries);
    }

    /** A prospect has become a customer: what happened before is its past. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(UUID from, UUID to) {
        sql.update(
                "UPDATE timeline_entry SET account_id = ? WHERE tenant_id = ? AND account_id = ?",
                to,
                tenants.current(),
                from);
    }

    /**
     * A person is gone: what was written about them goes, and elsewhere with the customer their names do.
     *
     * @param without takes the names out of a text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(UUID account, UUID contact, UnaryOperator<@Nullable String> without) {
        sql.update(
                "UPDATE timeline_entry SET text = NULL, contact_id = NULL WHERE tenant_id = ? AND contact_id = ?",
                tenants.current(),
                contact);
        record Written(UUID id, String text) {}
        var written = sql.query(
                "SELECT id, text FROM timeline_entry WHERE tenant_id = ? AND account_id = ? AND text IS NOT NULL",
                row -> new Written(row.getObject(1, UUID.class), row.getString(2)),
                tenants.current(),
                account);
        for (var entry : written) {
            var left = without.apply(entry.text());
            if (!entry.text().equals(left)) {
                sql.update(
                        "UPDATE timeline_entry SET text = ? WHERE tenant_id = ? AND account_id = ? AND id = ?",
                        left,
                        tenants.current(),
                        account,
                        entry.id());
            }
        }
    }

    /**
     * All that was written about a person, and what names them elsewhere with the customer, oldest first.
     *
     * @param isNamedIn whether a text names them
     */
    @Transactional
    public List<EntryView> about(UUID account, UUID contact, Predicate<String> isNamedIn) {
        return sql
                .query(
                        "SELECT id, kind, occurred_at, source_id, contact_id, text, facts FROM timeline_entry"
                                + " WHERE tenant_id = ? AND (contact_id = ? OR account_id = ? AND text IS NOT NULL)"
                                + " ORDER BY occurred_at, id",
                        this::read,
                        tenants.current(),
                        contact,
                        account)
                .stream()
                .filter(entry ->
                        contact.equals(entry.contactId()) || (entry.text() != null && isNamedIn.test(entry.text())))
                .toList();
    }

    /**
     * Of a customer, latest first.
     *
     * @param from the earliest time, included; null for the beginning
     * @param until the latest time, excluded; null for all
     * @param place the time and id of the last entry the caller has seen
     */
    @Transactional
    public List<EntryView> page(
            UUID account,
            @Nullable EntryKind kind,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Cursor place,
            int limit) {
        var query = new StringBuilder("SELECT id, kind, occurred_at, source_id, contact_id, text, facts"
                + " FROM timeline_entry WHERE tenant_id = ? AND account_id = ? AND occurred_at >= ?"
                + " AND occurred_at < ?");
        var values = new ArrayList<Object>(List.of(
                tenants.current(),
                account,
                Timestamp.from(from == null ? BEGINNING : from),
                Timestamp.from(until == null ? END : until)));
        if (kind != null) {
            query.append(" AND kind = ?");
            values.add(kind.name());
        }
        if (place != null) {
            query.append(" AND (occurred_at, id) < (?, ?)");
            var last = CursorValues.of(place, 2);
            values.add(Timestamp.from(last.time(0)));
            values.add(last.id(1));
        }
        values.add(limit);
        return sql.query(
                query.append(" ORDER BY occurred_at DESC, id DESC LIMIT ?").toString(), this::read, values.toArray());
    }

    private EntryView read(ResultSet row) throws SQLException {
        return new EntryView(
                row.getObject(1, UUID.class),
                EntryKind.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                facts(row.getString(7)));
    }

    private static @Nullable String[] texts(
            Collection<TimelineEntry> entries, Function<TimelineEntry, @Nullable Object> column) {
        return entries.stream()
                .map(entry -> {
                    var value = column.apply(entry);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write the facts", e);
        }
    }

    private Map<String, String> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the facts", e);
        }
    }
}
