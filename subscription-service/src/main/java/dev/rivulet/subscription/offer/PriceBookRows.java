package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Audience;
import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The copy of the catalog's price books in use. */
@Singleton
class PriceBookRows {

    private final Sql sql;
    private final Tenants tenants;
    private final OfferJson json;

    PriceBookRows(Sql sql, Tenants tenants, OfferJson json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    void keep(Book book) {
        var audience = book.audience();
        sql.update(
                """
                INSERT INTO offer_price_book (tenant_id, id, key, parent_id, currency, country, channel, segment_id,
                  partner_tier, adjustments) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (tenant_id, id) DO UPDATE SET key = excluded.key, parent_id = excluded.parent_id,
                  currency = excluded.currency, country = excluded.country, channel = excluded.channel,
                  segment_id = excluded.segment_id, partner_tier = excluded.partner_tier,
                  adjustments = excluded.adjustments""",
                tenants.current(),
                book.id(),
                book.key(),
                book.parentId(),
                audience.currency(),
                audience.country(),
                audience.channel() == null ? null : audience.channel().name(),
                audience.segmentId(),
                audience.partnerTier(),
                json.write(book.changes()));
    }

    void forget(UUID id) {
        sql.update("DELETE FROM offer_price_book WHERE tenant_id = ? AND id = ?", tenants.current(), id);
    }

    Map<UUID, Book> all() {
        var books = new HashMap<UUID, Book>();
        sql.query(
                        "SELECT id, key, parent_id, currency, country, channel, segment_id, partner_tier, adjustments"
                                + " FROM offer_price_book WHERE tenant_id = ?",
                        this::read,
                        tenants.current())
                .forEach(book -> books.put(book.id(), book));
        return books;
    }

    private Book read(ResultSet row) throws SQLException {
        var channel = row.getString(6);
        return new Book(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                new Audience(
                        row.getString(4),
                        row.getString(5),
                        channel == null ? null : Channel.valueOf(channel),
                        row.getObject(7, UUID.class),
                        row.getString(8)),
                json.list(row.getString(9), Book.Change[].class));
    }
}
