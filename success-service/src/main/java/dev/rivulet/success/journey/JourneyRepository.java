package dev.rivulet.success.journey;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JourneyRepository implements PanacheRepositoryBase<Journey, UUID> {

    Journey get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("journey", id));
    }

    List<Journey> page(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }

    Optional<Journey> latest(String key) {
        return find("from Journey j where j.key = ?1 order by j.edition desc", key)
                .firstResultOptional();
    }

    Optional<Journey> published(String key) {
        return find(
                        "from Journey j where j.key = ?1 and j.status = ?2 order by j.edition desc",
                        key,
                        JourneyStatus.PUBLISHED)
                .firstResultOptional();
    }

    /** The latest published edition of each key. */
    List<Journey> published() {
        return list(
                "from Journey j where j.status = ?1 and j.edition = (select max(o.edition) from Journey o"
                        + " where o.key = j.key and o.status = ?1) order by j.key",
                JourneyStatus.PUBLISHED);
    }
}
