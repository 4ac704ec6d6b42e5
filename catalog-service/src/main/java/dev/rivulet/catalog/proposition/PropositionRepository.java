package dev.rivulet.catalog.proposition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PropositionRepository implements PanacheRepositoryBase<Proposition, UUID> {

    /** Which propositions a list shows. */
    record Filter(
            @Nullable UUID product,
            @Nullable UUID segment,
            @Nullable PropositionStatus status,
            @Nullable String locale) {}

    /** Where approved propositions compete. */
    record Arena(UUID product, UUID segment, String locale) {}

    List<Proposition> after(UUID last, int count, Filter filter) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (filter.product() != null) {
            where.append(" and productId = :product");
            parameters.put("product", filter.product());
        }
        if (filter.segment() != null) {
            where.append(" and segmentId = :segment");
            parameters.put("segment", filter.segment());
        }
        if (filter.status() != null) {
            where.append(" and status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.locale() != null) {
            where.append(" and locale = :locale");
            parameters.put("locale", filter.locale());
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }

    /** Newest first; a line has few. */
    List<Proposition> versions(UUID line) {
        return find("lineId = ?1 order by propositionVersion desc", line).list();
    }

    Optional<Proposition> approvedOf(UUID line) {
        return find("lineId = ?1 and status = ?2", line, PropositionStatus.APPROVED)
                .firstResultOptional();
    }

    /** The approved ones that compete, the champion first. */
    List<Proposition> contenders(Arena arena) {
        return find(
                        "productId = ?1 and segmentId = ?2 and locale = ?3 and status = ?4 order by role desc, id",
                        arena.product(),
                        arena.segment(),
                        arena.locale(),
                        PropositionStatus.APPROVED)
                .list();
    }

    Optional<Proposition> champion(Arena arena) {
        return contenders(arena).stream()
                .filter(contender -> contender.role == Role.CHAMPION)
                .findFirst();
    }
}
