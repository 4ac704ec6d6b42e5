package dev.rivulet.catalog.price;

import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** The percentages of price books: like prices, recorded and closed, never rewritten. */
@Singleton
class BookAdjustments {

    private final Sql sql;
    private final Tenants tenants;

    BookAdjustments(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** From the day until the next day for which there is another. */
    void set(UUID bookId, @Nullable LocalDate from, BigDecimal percent, Instant stamp) {
        sql.update(
                "UPDATE price_book_adjustment SET recorded_to = ? WHERE tenant_id = ? AND book_id = ?"
                        + " AND valid_from IS NOT DISTINCT FROM ? AND recorded_to IS NULL",
                PriceRows.at(stamp),
                tenants.current(),
                bookId,
                from);
        sql.update(
                "INSERT INTO price_book_adjustment (tenant_id, id, book_id, valid_from, percent, recorded_from)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                tenants.current(),
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                bookId,
                from,
                percent,
                PriceRows.at(stamp));
    }

    /** A percentage with when it was recorded and, once it was replaced, until when it stood. */
    record Recorded(
            UUID bookId,
            @Nullable LocalDate from,
            BigDecimal percent,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    /** Everything ever recorded of these books, oldest first. */
    List<Recorded> history(List<UUID> books) {
        return sql.query(
                "SELECT book_id, valid_from, percent, recorded_from, recorded_to FROM price_book_adjustment"
                        + " WHERE tenant_id = ? AND book_id = ANY (?) ORDER BY recorded_from, id",
                row -> new Recorded(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, BigDecimal.class),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        PriceRows.instant(row, 5)),
                tenants.current(),
                books.toArray(UUID[]::new));
    }

    void add(Recorded adjustment) {
        sql.update(
                "INSERT INTO price_book_adjustment (tenant_id, id, book_id, valid_from, percent, recorded_from,"
                        + " recorded_to) VALUES (?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                adjustment.bookId(),
                adjustment.from(),
                adjustment.percent(),
                PriceRows.at(adjustment.recordedFrom()),
                adjustment.recordedTo() == null ? null : PriceRows.at(adjustment.recordedTo()));
    }

    /** Fills in until when a percentage stood. */
    void close(Recorded adjustment) {
        sql.update(
                "UPDATE price_book_adjustment SET recorded_to = ? WHERE tenant_id = ? AND book_id = ?"
                        + " AND valid_from IS NOT DISTINCT FROM ? AND recorded_from = ?",
                adjustment.recordedTo() == null ? null : PriceRows.at(adjustment.recordedTo()),
                tenants.current(),
                adjustment.bookId(),
                adjustment.from(),
                PriceRows.at(adjustment.recordedFrom()));
    }

    private record Row(UUID bookId, Book.Change change) {}

    /** What was recorded of all books at the instant, by book, in the order of the days. */
    Map<UUID, List<Book.Change>> of(List<UUID> books, @Nullable Instant asOf) {
        var values = new ArrayList<@Nullable Object>(List.of(tenants.current()));
        values.add(books.toArray(UUID[]::new));
        if (asOf != null) {
            values.add(PriceRows.at(asOf));
            values.add(PriceRows.at(asOf));
        }
        var rows = sql.read(
                "SELECT book_id, valid_from, percent FROM price_book_adjustment"
                        + " WHERE tenant_id = ? AND book_id = ANY (?)"
                        + (asOf == null
                                ? " AND recorded_to IS NULL"
                                : " AND recorded_from <= ? AND (recorded_to IS NULL OR recorded_to > ?)")
                        + " ORDER BY book_id, valid_from NULLS FIRST",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        new Book.Change(row.getObject(2, LocalDate.class), row.getObject(3, BigDecimal.class))),
                values.toArray());
        var found = new HashMap<UUID, List<Book.Change>>();
        rows.forEach(row ->
                found.computeIfAbsent(row.bookId(), id -> new ArrayList<>()).add(row.change()));
        return found;
    }
}
