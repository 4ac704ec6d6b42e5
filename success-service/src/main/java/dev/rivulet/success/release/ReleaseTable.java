package dev.rivulet.success.release;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Releases; in SQL, because they are written once and never changed. */
@Singleton
class ReleaseTable {

    private static final String SELECT = "SELECT id, product_id, title, notes, features, announced_at"
            + " FROM product_release r WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    ReleaseTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** False if it was there already. */
    boolean add(ReleaseAnnounced fact) {
        return sql.update(
                        "INSERT INTO product_release (tenant_id, id, product_id, title, notes, features, announced_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?::text[], ?::timestamptz) ON CONFLICT DO NOTHING",
                        tenants.current(),
                        fact.id(),
                        fact.productId(),
                        fact.title(),
                        fact.notes(),
                        fact.features().toArray(String[]::new),
                        fact.announcedAt().toString())
                == 1;
    }

    Release existing(UUID id) {
        return sql.query(SELECT + " AND id = ?", Release::read, tenants.current(), id).stream()
                .findFirst()
                .orElseThrow(() -> Rejected.notFound("release", id));
    }

    /** The last one that was seen. */
    record Place(Instant announcedAt, UUID id) {}

    /** The latest first. */
    List<Release> page(@Nullable UUID product, @Nullable Team missing, @Nullable Place place, int limit) {
        var query = new StringBuilder(SELECT);
        var values = new ArrayList<Object>(List.of(tenants.current()));
        if (product != null) {
            query.append(" AND product_id = ?");
            values.add(product);
        }
        if (missing != null) {
            query.append(" AND NOT EXISTS (SELECT FROM release_acknowledgement a WHERE a.tenant_id = r.tenant_id"
                    + " AND a.release_id = r.id AND a.team = ?)");
            values.add(missing.name());
        }
        if (place != null) {
            query.append(" AND (announced_at, id) < (?::timestamptz, ?)");
            values.add(place.announcedAt().toString());
            values.add(place.id());
        }
        values.add(limit);
        return sql.query(
                query.append(" ORDER BY announced_at DESC, id DESC LIMIT ?").toString(),
                Release::read,
                values.toArray());
    }

    /** Announced from the first time on and before the second, in that order. */
    List<Release> between(Instant from, Instant until) {
        return sql.query(
                SELECT
                        + " AND announced_at >= ?::timestamptz AND announced_at < ?::timestamptz ORDER BY announced_at, id",
                Release::read,
                tenants.current(),
                from.toString(),
                until.toString());
    }
}
