package dev.rivulet.catalog.price;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rivulet.kit.price.Audience;
import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All price books as they were recorded at an instant. The shelf last read of a tenant is kept under the stamp of the
 * last change of any of its books: whoever reads prices reads that stamp with them, so a shelf is never out of date.
 */
@Singleton
class BookShelf {

    private static final int TENANTS = 1_000;

    private record Shelf(Instant booksAt, Map<UUID, Book> books) {}

    private final Sql sql;
    private final Tenants tenants;
    private final BookAdjustments adjustments;
    private final Cache<String, Shelf> kept =
            Caffeine.newBuilder().maximumSize(TENANTS).executor(Runnable::run).build();

    BookShelf(Sql sql, Tenants tenants, BookAdjustments adjustments) {
        this.sql = sql;
        this.tenants = tenants;
        this.adjustments = adjustments;
    }

    /**
     * The books that an answer rests on.
     *
     * @param booksAt when the last change of a book was recorded; null when there never was one
     * @param asOf what is asked for, or null for the present
     */
    Map<UUID, Book> at(@Nullable Instant booksAt, @Nullable Instant asOf) {
        if (booksAt == null) {
            return Map.of();
        }
        if (asOf != null && asOf.isBefore(booksAt)) {
            return read(asOf);
        }
        var tenant = tenants.current();
        var shelf = kept.getIfPresent(tenant);
        if (shelf == null || !shelf.booksAt().equals(booksAt)) {
            shelf = new Shelf(booksAt, read(booksAt));
            kept.put(tenant, shelf);
        }
        return shelf.books();
    }

    private record Row(UUID id, String key, @Nullable UUID parentId, Audience audience) {}

    private Map<UUID, Book> read(Instant asOf) {
        var rows = sql.read(
                "SELECT id, key, parent_id, currency, country, channel, segment_id, partner_tier FROM price_book"
                        + " WHERE tenant_id = ? AND recorded_from <= ? AND (recorded_to IS NULL OR recorded_to > ?)"
                        + " ORDER BY id",
                row -> {
                    var channel = row.getString(6);
                    return new Row(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            new Audience(
                                    row.getString(4),
                                    row.getString(5),
                                    channel == null ? null : Channel.valueOf(channel),
                                    row.getObject(7, UUID.class),
                                    row.getString(8)));
                },
                tenants.current(),
                PriceRows.at(asOf),
                PriceRows.at(asOf));
        var changes = adjustments.of(rows.stream().map(Row::id).toList(), asOf);
        return rows.stream()
                .map(row -> new Book(
                        row.id(), row.key(), row.parentId(), row.audience(), changes.getOrDefault(row.id(), List.of())))
                .collect(Collectors.toUnmodifiableMap(Book::id, Function.identity()));
    }
}
