package dev.rivulet.catalog.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PartnerMoveRepository implements PanacheRepositoryBase<PartnerMove, UUID> {

    List<PartnerMove> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<PartnerMove> after(UUID partner, UUID last, int count) {
        return find("partnerId = ?1 and id > ?2 order by id", partner, last)
                .range(0, count - 1)
                .list();
    }
}
