package dev.rivulet.catalog.price;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When the tenant's prices were last changed. Whoever changes one takes a stamp first and keeps the others waiting
 * until its transaction ends, so that stamps rise in the order of the commits and an answer can name the one it rests
 * on. The stamps are of the database's clock even for sandbox tenants: they say what was known, not what was valid.
 */
@Singleton
class PriceLedger {

    private final Sql sql;
    private final Tenants tenants;

    PriceLedger(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The stamp of the current transaction's change, later than every other. */
    Instant record() {
        return sql.query(
                        "INSERT INTO price_ledger (tenant_id, recorded_at) VALUES (?, clock_timestamp())"
                                + " ON CONFLICT (tenant_id) DO UPDATE SET recorded_at = greatest(clock_timestamp(),"
                                + " price_ledger.recorded_at + interval '1 microsecond') RETURNING recorded_at",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        tenants.current())
                .getFirst();
    }

    /** The same for a change of a price book. */
    Instant recordBook() {
        var stamp = record();
        sql.update("UPDATE price_ledger SET books_at = recorded_at WHERE tenant_id = ?", tenants.current());
        return stamp;
    }

    /**
     * An instant as the database keeps it, with nothing more to be recorded at or before it.
     *
     * @param asOf null for the present, and stays null
     */
    @Transactional
    @Nullable
    Instant settled(@Nullable Instant asOf, String pointer) {
        var instant = AsOf.of(asOf, pointer);
        if (instant == null) {
            return null;
        }
        var standing = standing(false);
        if (standing != null && instant.isAfter(standing.recordedAt())) {
            standing = standing(true);
        }
        var now = standing == null ? now() : standing.now();
        if (instant.isAfter(now)) {
            throw Rejected.unprocessable("as-of-future", pointer, now);
        }
        return instant;
    }

    /** By the clock that changes are stamped with. */
    Instant now() {
        return sql.query(
                        "SELECT clock_timestamp()",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .getFirst();
    }

    /** Where the ledger stands, and the database's clock. */
    record Standing(Instant recordedAt, @Nullable Instant booksAt, Instant now) {}

    /**
     * Null while the tenant has no prices.
     *
     * @param settled wait for changes under way; what is recorded after that is later than the clock read here
     */
    @Nullable
    Standing standing(boolean settled) {
        var found = sql.query(
                "SELECT recorded_at, books_at, clock_timestamp() FROM price_ledger WHERE tenant_id = ?"
                        + (settled ? " FOR SHARE" : ""),
                row -> {
                    var booksAt = row.getObject(2, OffsetDateTime.class);
                    return new Standing(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            booksAt == null ? null : booksAt.toInstant(),
                            row.getObject(3, OffsetDateTime.class).toInstant());
                },
                tenants.current());
        return found.isEmpty() ? null : found.getFirst();
    }
}
