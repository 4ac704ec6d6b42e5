package dev.rivulet.subscription.offer;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.price.Offer;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.Timing;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The copy of the catalog's prices; the list prices of plans are with their versions. */
@Singleton
class PriceRows {

    private final Sql sql;
    private final Tenants tenants;
    private final OfferJson json;

    PriceRows(Sql sql, Tenants tenants, OfferJson json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    void keep(UUID planId, RecordedPrice price) {
        var offer = price.offer();
        sql.update(
                """
                INSERT INTO offer_price (tenant_id, id, revision, plan_id, component, book_id, currency, metric, terms,
                  valid_from, valid_to, minimum_quantity, maximum_quantity, minimum_charge, billing)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET revision = excluded.revision, plan_id = excluded.plan_id,
                  component = excluded.component, book_id = excluded.book_id, currency = excluded.currency,
                  metric = excluded.metric, terms = excluded.terms, valid_from = excluded.valid_from,
                  valid_to = excluded.valid_to, minimum_quantity = excluded.minimum_quantity,
                  maximum_quantity = excluded.maximum_quantity, minimum_charge = excluded.minimum_charge,
                  billing = excluded.billing""",
                tenants.current(),
                offer.id(),
                offer.revision(),
                planId,
                offer.component(),
                offer.bookId(),
                offer.currency(),
                offer.metric(),
                json.write(price.terms()),
                offer.validFrom(),
                offer.validTo(),
                offer.minimum(),
                offer.maximum(),
                price.minimumCharge(),
                price.timing() == null ? null : price.timing().name());
    }

    void forget(UUID id) {
        sql.update("DELETE FROM offer_price WHERE tenant_id = ? AND id = ?", tenants.current(), id);
    }

    List<RecordedPrice> of(UUID planId) {
        return sql.query(
                "SELECT id, revision, book_id, component, metric, currency, valid_from, valid_to, minimum_quantity,"
                        + " maximum_quantity, terms, minimum_charge, billing FROM offer_price"
                        + " WHERE tenant_id = ? AND plan_id = ?",
                PriceRows::read,
                tenants.current(),
                planId);
    }

    private static RecordedPrice read(ResultSet row) throws SQLException {
        var billing = row.getString(13);
        return new RecordedPrice(
                new Offer(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        false,
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getBigDecimal(9),
                        row.getBigDecimal(10)),
                Event.read(row.getString(11), PriceTerms.class),
                row.getObject(12, BigDecimal.class),
                billing == null ? null : Timing.valueOf(billing));
    }
}
