package dev.rivulet.catalog.price;

import dev.rivulet.kit.price.Audience;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PriceBookRepository implements PanacheRepositoryBase<PriceBook, UUID> {

    List<PriceBook> after(UUID last, int count, @Nullable Instant asOf) {
        var found = asOf == null
                ? find("id > ?1 order by id", last)
                : find("id > ?1 and recordedFrom <= ?2 order by id", last, asOf);
        return found.range(0, count - 1).list();
    }

    /** Behind a book when parents come before their children; from the beginning behind null. */
    List<PriceBook> behind(@Nullable UUID last, int count) {
        var from = last == null ? null : findById(last);
        return find(
                        "depth > ?1 or depth = ?1 and id > ?2 order by depth, id",
                        from == null ? 0 : from.depth,
                        from == null ? new UUID(0, 0) : from.id)
                .range(0, count - 1)
                .list();
    }

    boolean hasKey(String key) {
        return count("key", key) > 0;
    }

    /** The book in use for exactly this audience. */
    Optional<PriceBook> forAudience(Audience audience) {
        return find(
                        "recordedTo is null and currency is not distinct from ?1 and country is not distinct from ?2"
                                + " and channel is not distinct from ?3 and segmentId is not distinct from ?4"
                                + " and partnerTier is not distinct from ?5",
                        audience.currency(),
                        audience.country(),
                        audience.channel(),
                        audience.segmentId(),
                        audience.partnerTier())
                .firstResultOptional();
    }

    Optional<PriceBook> childOf(UUID parent) {
        return find("parentId = ?1 and recordedTo is null order by id", parent).firstResultOptional();
    }
}
