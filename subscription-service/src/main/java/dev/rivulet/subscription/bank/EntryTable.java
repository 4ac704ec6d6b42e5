package dev.rivulet.subscription.bank;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.bank.domain.Entry;
import dev.rivulet.subscription.bank.domain.EntryKind;
import dev.rivulet.subscription.bank.domain.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Money that came in at the bank or was taken back, and what became of it. */
@ApplicationScoped
class EntryTable {

    /** An entry as it is kept. */
    record Kept(
            UUID id,
            UUID statementId,
            Entry entry,
            @Nullable UUID paymentId,
            @Nullable String resolution,
            @Nullable UUID disputeId) {

        boolean isSettled() {
            return paymentId != null || resolution != null;
        }
    }

    private final Sql sql;
    private final Tenants tenants;

    EntryTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Adds entries of a statement; those known already, whatever brought them, are left out of what is returned. */
    List<Kept> addNew(UUID statement, List<Entry> entries) {
        return sql.query(
                "INSERT INTO bank_entry (tenant_id, statement_id, id, reference, bank_reference, kind, booked_on,"
                        + " amount_minor, currency, payer_name, remittance) SELECT ?, ?, entry.*"
                        + " FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[],"
                        + " ?::bigint[], ?::text[], ?::text[], ?::text[]) entry"
                        + " ON CONFLICT (tenant_id, reference) DO NOTHING RETURNING *",
                EntryTable::read,
                tenants.current(),
                statement,
                each(entries, entry -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                each(entries, Entry::reference),
                each(entries, Entry::bankReference),
                each(entries, Entry::kind),
                each(entries, Entry::bookedOn),
                entries.stream().map(entry -> entry.amount().minor()).toArray(Long[]::new),
                each(entries, entry -> entry.amount().currency()),
                each(entries, Entry::payerName),
                each(entries, Entry::remittance));
    }

    /**
     * Entries of a statement that may have been brought already, under another name: of the same bank's reference, day and
     * amount as one before, be it that the same statement came as another format or that the bank booked them apart.
     */
    Set<UUID> lookAlikes(UUID statement) {
        return Set.copyOf(sql.query(
                "SELECT e.id FROM bank_entry e WHERE e.tenant_id = ? AND e.statement_id = ? AND EXISTS ("
                        + "SELECT FROM bank_entry o WHERE o.tenant_id = e.tenant_id"
                        + " AND (o.statement_id <> e.statement_id OR o.id < e.id)"
                        + " AND (o.bank_reference, o.kind, o.booked_on, o.amount_minor, o.currency)"
                        + " = (e.bank_reference, e.kind, e.booked_on, e.amount_minor, e.currency))",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                statement));
    }

    void addStatement(UUID id, String format, int entries, int matched, int unmatched, Statement read, Instant now) {
        sql.update(
                "UPDATE bank_statement SET format = ?, entries = ?, matched = ?, unmatched = ?, known = ?, debits = ?,"
                        + " imported_at = ? WHERE tenant_id = ? AND id = ?",
                format,
                entries,
                matched,
                unmatched,
                read.entries().size() - entries,
                read.debits(),
                Timestamp.from(now),
                tenants.current(),
                id);
    }

    void openStatement(UUID id, String format, Instant now) {
        // Two at a time would not see that they bring the same money under different names.
        sql.hold("bank statements");
        sql.update(
                "INSERT INTO bank_statement (tenant_id, id, format, entries, matched, unmatched, known, debits,"
                        + " imported_at) VALUES (?, ?, ?, 0, 0, 0, 0, 0, ?)",
                tenants.current(),
                id,
                format,
                Timestamp.from(now));
    }

    void matched(UUID entry, UUID payment) {
        sql.update(
                "UPDATE bank_entry SET payment_id = ? WHERE tenant_id = ? AND id = ?",
                payment,
                tenants.current(),
                entry);
    }

    void resolved(UUID entry, String resolution, @Nullable UUID dispute) {
        sql.update(
                "UPDATE bank_entry SET resolution = ?, dispute_id = ? WHERE tenant_id = ? AND id = ?",
                resolution,
                dispute,
                tenants.current(),
                entry);
    }

    Optional<Kept> lock(UUID id) {
        return sql
                .query(
                        "SELECT * FROM bank_entry WHERE tenant_id = ? AND id = ? FOR UPDATE",
                        EntryTable::read,
                        tenants.current(),
                        id)
                .stream()
                .findFirst();
    }

    List<Kept> list(@Nullable Boolean matched, UUID after, int limit) {
        return sql.query(
                "SELECT * FROM bank_entry WHERE tenant_id = ? AND id > ?"
                        + " AND (?::boolean IS NULL OR (payment_id IS NOT NULL OR resolution IS NOT NULL) = ?) ORDER BY id LIMIT ?",
                EntryTable::read,
                tenants.current(),
                after,
                matched,
                matched,
                limit);
    }

    private static @Nullable String[] each(List<Entry> entries, Function<Entry, @Nullable Object> column) {
        return entries.stream()
                .map(entry -> Objects.toString(column.apply(entry), null))
                .toArray(String[]::new);
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("statement_id", UUID.class),
                new Entry(
                        row.getString("reference"),
                        row.getString("bank_reference"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getObject("booked_on", LocalDate.class),
                        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
                        row.getString("payer_name"),
                        row.getString("remittance")),
                row.getObject("payment_id", UUID.class),
                row.getString("resolution"),
                row.getObject("dispute_id", UUID.class));
    }
}
