package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of prices: rows are added and closed, never rewritten. */
@Singleton
class PriceRows {

    static final String COLUMNS = "p.id, p.revision, p.plan_id, p.product_id, p.plan_version, p.component, p.book_id,"
            + " p.currency, p.valid_from, p.valid_to, p.minimum_quantity, p.maximum_quantity, p.metric, p.terms,"
            + " p.minimum_charge, p.billing, p.recorded_from, p.recorded_to";
    private static final String CURRENT = " AND p.recorded_to IS NULL";
    private static final String AS_OF = " AND p.recorded_from <= ? AND (p.recorded_to IS NULL OR p.recorded_to > ?)";

    private final Sql sql;
    private final Tenants tenants;

    PriceRows(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void add(Price price) {
        sql.update(
                "INSERT INTO price (tenant_id, id, revision, plan_id, product_id, plan_version, component, book_id,"
                        + " currency, valid_from, valid_to, minimum_quantity, maximum_quantity, metric, terms,"
                        + " minimum_charge, billing, recorded_from, recorded_to)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)",
                tenants.current(),
                price.id(),
                price.revision(),
                price.planId(),
                price.productId(),
                price.planVersion(),
                price.component(),
                price.bookId(),
                price.currency(),
                price.validFrom(),
                price.validTo(),
                price.minimum(),
                price.maximum(),
                price.metric(),
                price.terms(),
                price.minimumCharge(),
                price.billing() == null ? null : price.billing().name(),
                at(price.recordedFrom()),
                price.recordedTo() == null ? null : at(price.recordedTo()));
    }

    void close(Price price, Instant stamp) {
        close(price.id(), price.revision(), stamp);
    }

    void close(UUID id, int revision, Instant stamp) {
        sql.update(
                "UPDATE price SET recorded_to = ? WHERE tenant_id = ? AND id = ? AND revision = ?",
                at(stamp),
                tenants.current(),
                id,
                revision);
    }

    @Nullable
    Price find(UUID id, @Nullable Instant asOf) {
        var values = new ArrayList<@Nullable Object>(List.of(tenants.current(), id));
        var found = sql.query(
                "SELECT " + COLUMNS + " FROM price p WHERE p.tenant_id = ? AND p.id = ?" + recorded(asOf, values),
                PriceRows::read,
                values.toArray());
        return found.isEmpty() ? null : found.getFirst();
    }

    List<Price> after(
            UUID last,
            int count,
            @Nullable UUID planId,
            @Nullable UUID bookId,
            @Nullable LocalDate validOn,
            @Nullable Instant asOf) {
        var values = new ArrayList<@Nullable Object>(List.of(tenants.current(), last));
        var where = new StringBuilder("p.tenant_id = ? AND p.id > ?");
        if (planId != null) {
            where.append(" AND p.plan_id = ?");
            values.add(planId);
        }
        if (bookId != null) {
            where.append(" AND p.book_id = ?");
            values.add(bookId);
        }
        if (validOn != null) {
            where.append(" AND daterange(p.valid_from, p.valid_to) @> ?::date");
            values.add(validOn);
        }
        where.append(recorded(asOf, values));
        values.add(count);
        return sql.query(
                "SELECT " + COLUMNS + " FROM price p WHERE " + where + " ORDER BY p.id LIMIT ?",
                PriceRows::read,
                values.toArray());
    }

    /** The current list price of a plan from the latest version on. */
    @Nullable
    Price openListPrice(UUID planId) {
        var found = sql.query(
                "SELECT " + COLUMNS + " FROM price p WHERE p.tenant_id = ? AND p.plan_id = ?"
                        + " AND p.plan_version IS NOT NULL AND p.valid_to IS NULL" + CURRENT,
                PriceRows::read,
                tenants.current(),
                planId);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Another current price in the same scope that holds on the same day for the same quantity, or null. */
    @Nullable
    UUID overlapping(Price price) {
        var found = sql.query(
                "SELECT p.id FROM price p WHERE p.tenant_id = ? AND p.plan_id = ? AND p.component = ?"
                        + " AND p.currency = ? AND p.book_id IS NOT DISTINCT FROM ? AND p.plan_version IS NULL"
                        + " AND daterange(p.valid_from, p.valid_to) && daterange(?, ?)"
                        + " AND numrange(p.minimum_quantity, p.maximum_quantity, '[]') && numrange(?, ?, '[]')"
                        + " AND p.id <> ?" + CURRENT + " ORDER BY p.id LIMIT 1",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                price.planId(),
                price.component(),
                price.currency(),
                price.bookId(),
                price.validFrom(),
                price.validTo(),
                price.minimum(),
                price.maximum(),
                price.id());
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Another price in the same scope that was taken to hold at the same time for the same quantity, or null. */
    @Nullable
    UUID contradicting(Price price) {
        var found = sql.query(
                "SELECT p.id FROM price p WHERE p.tenant_id = ? AND p.plan_id = ? AND p.component = ?"
                        + " AND p.currency = ? AND p.book_id IS NOT DISTINCT FROM ? AND (p.plan_version IS NOT NULL) = ?"
                        + " AND daterange(p.valid_from, p.valid_to) && daterange(?, ?)"
                        + " AND numrange(p.minimum_quantity, p.maximum_quantity, '[]') && numrange(?, ?, '[]')"
                        + " AND tstzrange(p.recorded_from, p.recorded_to) && tstzrange(?, ?)"
                        + " AND p.id <> ? ORDER BY p.id LIMIT 1",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                price.planId(),
                price.component(),
                price.currency(),
                price.bookId(),
                price.isOfPlan(),
                price.validFrom(),
                price.validTo(),
                price.minimum(),
                price.maximum(),
                at(price.recordedFrom()),
                price.recordedTo() == null ? null : at(price.recordedTo()),
                price.id());
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Every row of the next prices by id, in the order of their revisions. */
    List<Price> histories(UUID last, int count) {
        return sql.query(
                "SELECT " + COLUMNS
                        + " FROM price p WHERE p.tenant_id = ? AND p.id IN (SELECT DISTINCT q.id FROM price q"
                        + " WHERE q.tenant_id = ? AND q.id > ? ORDER BY q.id LIMIT ?) ORDER BY p.id, p.revision",
                PriceRows::read,
                tenants.current(),
                tenants.current(),
                last,
                count);
    }

    /** Every row of a price, in the order of the revisions. */
    List<Price> history(UUID id) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM price p WHERE p.tenant_id = ? AND p.id = ? ORDER BY p.revision",
                PriceRows::read,
                tenants.current(),
                id);
    }

    boolean anyInBook(UUID bookId) {
        return !sql.query(
                        "SELECT 1 FROM price p WHERE p.tenant_id = ? AND p.book_id = ?" + CURRENT + " LIMIT 1",
                        row -> row.getInt(1),
                        tenants.current(),
                        bookId)
                .isEmpty();
    }

    /**
     * The prices of a plan, and the ledger as it stood when they were read.
     *
     * @param recordedAt null while the tenant has no prices at all
     */
    record OfPlan(@Nullable Instant recordedAt, @Nullable Instant booksAt, List<Price> prices) {}

    /** The ledger as it stands, without any prices. */
    OfPlan stamps() {
        var found = sql.read(
                "SELECT recorded_at, books_at FROM price_ledger WHERE tenant_id = ?",
                row -> new OfPlan(instant(row, 1), instant(row, 2), List.of()),
                tenants.current());
        return found.isEmpty() ? new OfPlan(null, null, List.of()) : found.getFirst();
    }

    /** In one statement, so that the stamp and the prices are of one moment. */
    OfPlan ofPlan(UUID planId, @Nullable Instant asOf) {
        var stamps = new ArrayList<@Nullable Instant>(2);
        var prices = new ArrayList<Price>();
        var values = new ArrayList<@Nullable Object>(List.of(planId));
        var recorded = recorded(asOf, values);
        values.add(tenants.current());
        sql.read(
                "SELECT " + COLUMNS + ", l.recorded_at, l.books_at FROM price_ledger l LEFT JOIN price p"
                        + " ON p.tenant_id = l.tenant_id AND p.plan_id = ?" + recorded + " WHERE l.tenant_id = ?",
                row -> {
                    if (stamps.isEmpty()) {
                        stamps.add(instant(row, 19));
                        stamps.add(instant(row, 20));
                    }
                    return row.getObject(1) == null || prices.add(read(row));
                },
                values.toArray());
        return stamps.isEmpty()
                ? new OfPlan(null, null, prices)
                : new OfPlan(stamps.getFirst(), stamps.getLast(), prices);
    }

    private static String recorded(@Nullable Instant asOf, List<@Nullable Object> values) {
        if (asOf == null) {
            return CURRENT;
        }
        values.add(at(asOf));
        values.add(at(asOf));
        return AS_OF;
    }

    static Price read(ResultSet row) throws SQLException {
        var billing = row.getString(16);
        return new Price(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, Integer.class),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, BigDecimal.class),
                row.getObject(12, BigDecimal.class),
                row.getString(13),
                row.getString(14),
                row.getObject(15, BigDecimal.class),
                billing == null ? null : BillingTiming.valueOf(billing),
                row.getObject(17, OffsetDateTime.class).toInstant(),
                instant(row, 18));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
