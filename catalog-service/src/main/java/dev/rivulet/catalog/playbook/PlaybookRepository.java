package dev.rivulet.catalog.playbook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PlaybookRepository implements PanacheRepositoryBase<Playbook, UUID> {

    List<Playbook> after(
            UUID last, int count, @Nullable UUID product, @Nullable UUID segment, @Nullable PlaybookStatus status) {
        var where = new StringBuilder("id > :last");
        var parameters = new HashMap<String, Object>();
        parameters.put("last", last);
        if (product != null) {
            where.append(" and productId = :product");
            parameters.put("product", product);
        }
        if (segment != null) {
            where.append(" and segmentId = :segment");
            parameters.put("segment", segment);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(where.append(" order by id").toString(), parameters)
                .range(0, count - 1)
                .list();
    }

    /** The versions of the playbook that this one is a version of, oldest first. */
    List<Playbook> versions(Playbook playbook, UUID last, int count) {
        return find(sameAs(playbook) + " and id > :last order by id", with(playbook, "last", last))
                .range(0, count - 1)
                .list();
    }

    @Nullable
    Playbook newest(Playbook playbook) {
        return find(sameAs(playbook) + " order by playbookVersion desc", of(playbook))
                .firstResult();
    }

    @Nullable
    Playbook published(Playbook playbook) {
        return find(sameAs(playbook) + " and status = :status", with(playbook, "status", PlaybookStatus.PUBLISHED))
                .firstResult();
    }

    List<Playbook> published() {
        return list("status", PlaybookStatus.PUBLISHED);
    }

    List<Playbook> published(Collection<UUID> products) {
        return list("status = ?1 and productId in ?2 order by productId, id", PlaybookStatus.PUBLISHED, products);
    }

    List<Playbook> stillPublished(Collection<UUID> ids) {
        return list("status = ?1 and id in ?2", PlaybookStatus.PUBLISHED, ids);
    }

    /** With a lock that readers share and a publication of the next version waits for. */
    Optional<Playbook> holdPublished(UUID id) {
        return find("status = ?1 and id = ?2", PlaybookStatus.PUBLISHED, id)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .singleResultOptional();
    }

    private static String sameAs(Playbook playbook) {
        return "productId = :product and segmentId " + (playbook.segmentId == null ? "is null" : "= :segment");
    }

    private static Map<String, Object> of(Playbook playbook) {
        var parameters = new HashMap<String, Object>();
        parameters.put("product", playbook.productId);
        if (playbook.segmentId != null) {
            parameters.put("segment", playbook.segmentId);
        }
        return parameters;
    }

    private static Map<String, Object> with(Playbook playbook, String name, Object value) {
        var parameters = of(playbook);
        parameters.put(name, value);
        return parameters;
    }
}
