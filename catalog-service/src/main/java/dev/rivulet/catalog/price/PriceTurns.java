package dev.rivulet.catalog.price;

import dev.rivulet.catalog.clock.ClockMoved;
import dev.rivulet.catalog.events.PriceEnded;
import dev.rivulet.catalog.events.PriceStarted;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells when prices begin and end, each once, when the tenant's clock gets there: at once when it has, otherwise from a
 * list ordered by time, so that whatever fell due while nobody looked is told by the next who does.
 */
@Singleton
class PriceTurns {

    private static final int BATCH = 100;

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final Outbox outbox;

    PriceTurns(Sql sql, Tenants tenants, TenantClock clock, Outbox outbox) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Notes the days of a price that has been recorded or given another end. */
    void plan(Price price, ZoneId zone) {
        expect(price.id(), PriceTurn.STARTED, price.validFrom(), zone);
        expect(price.id(), PriceTurn.ENDED, price.validTo(), zone);
        tell(price.id());
    }

    /** Takes back what has not been told; a price that is known to have begun is told to have ended. */
    void withdraw(Price price) {
        var told = sql.query(
                "SELECT turn FROM price_turn WHERE tenant_id = ? AND price_id = ? AND told_at IS NOT NULL FOR UPDATE",
                row -> PriceTurn.valueOf(row.getString(1)),
                tenants.current(),
                price.id());
        sql.update(
                "DELETE FROM price_turn WHERE tenant_id = ? AND price_id = ? AND told_at IS NULL",
                tenants.current(),
                price.id());
        if (told.contains(PriceTurn.STARTED) && !told.contains(PriceTurn.ENDED)) {
            publish(new Due(price, PriceTurn.ENDED, null), clock.now());
        }
    }

    /** Tells what is due of the current tenant, some at a time; how many. */
    int tell() {
        return tell((UUID) null);
    }

    void follow(@Observes ClockMoved move) {
        while (tell() == BATCH) {
            // There may be more.
        }
    }

    /** The tenants of whom something may be due; a sandbox's own clock may say otherwise. */
    List<String> due() {
        return sql.query(
                "SELECT DISTINCT tenant_id FROM price_turn WHERE told_at IS NULL AND due_at <= now() ORDER BY 1",
                row -> row.getString(1));
    }

    private void expect(UUID price, PriceTurn turn, @Nullable LocalDate day, ZoneId zone) {
        if (day == null) {
            sql.update(
                    "DELETE FROM price_turn WHERE tenant_id = ? AND price_id = ? AND turn = ? AND told_at IS NULL",
                    tenants.current(),
                    price,
                    turn.name());
            return;
        }
        sql.update(
                "INSERT INTO price_turn (tenant_id, price_id, turn, due_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, price_id, turn) DO UPDATE SET due_at = excluded.due_at"
                        + " WHERE price_turn.told_at IS NULL",
                tenants.current(),
                price,
                turn.name(),
                PriceRows.at(day.atStartOfDay(zone).toInstant()));
    }

    private record Due(
            Price price, PriceTurn turn, @Nullable Instant dueAt) {}

    private int tell(@Nullable UUID only) {
        var now = clock.now();
        var values = new ArrayList<@Nullable Object>(List.of(tenants.current(), PriceRows.at(now)));
        if (only != null) {
            values.add(only);
        }
        values.add(BATCH);
        var due = sql.query(
                "SELECT " + PriceRows.COLUMNS + ", t.turn, t.due_at FROM price_turn t JOIN price p"
                        + " ON p.tenant_id = t.tenant_id AND p.id = t.price_id AND p.recorded_to IS NULL"
                        + " WHERE t.tenant_id = ? AND t.told_at IS NULL AND t.due_at <= ?"
                        + (only == null ? "" : " AND t.price_id = ?")
                        + " ORDER BY t.due_at, t.price_id, t.turn DESC LIMIT ? FOR UPDATE OF t",
                row -> new Due(PriceRows.read(row), PriceTurn.valueOf(row.getString(19)), PriceRows.instant(row, 20)),
                values.toArray());
        for (var each : due) {
            publish(each, now);
            sql.update(
                    "UPDATE price_turn SET told_at = ? WHERE tenant_id = ? AND price_id = ? AND turn = ?",
                    PriceRows.at(now),
                    tenants.current(),
                    each.price().id(),
                    each.turn().name());
        }
        return due.size();
    }

    private void publish(Due due, Instant now) {
        var price = due.price();
        var at = due.dueAt() == null ? now : due.dueAt();
        switch (due.turn()) {
            case STARTED ->
                outbox.publish(
                        PriceStarted.TYPE,
                        price.id(),
                        price.revision(),
                        new PriceStarted(
                                price.id(), price.planId(), price.component(), price.bookId(), price.currency(), at));
            case ENDED ->
                outbox.publish(
                        PriceEnded.TYPE,
                        price.id(),
                        price.revision(),
                        new PriceEnded(
                                price.id(), price.planId(), price.component(), price.bookId(), price.currency(), at));
        }
    }
}
