package dev.rivulet.catalog.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ChannelOpeningRepository implements PanacheRepositoryBase<ChannelOpening, UUID> {

    List<ChannelOpening> after(UUID last, int count) {
        return find("id > ?1 order by id", last).range(0, count - 1).list();
    }

    List<ChannelOpening> after(UUID product, UUID last, int count) {
        return find("productId = ?1 and id > ?2 order by id", product, last)
                .range(0, count - 1)
                .list();
    }

    Optional<ChannelOpening> of(UUID product, UUID id) {
        return find("productId = ?1 and id = ?2", product, id).firstResultOptional();
    }

    Optional<ChannelOpening> open(UUID product) {
        return find("productId = ?1 and closedAt is null", product).firstResultOptional();
    }
}
