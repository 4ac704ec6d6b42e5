package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {

    WebhookEndpoint get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejected.notFound("webhook endpoint", id));
    }

    List<WebhookEndpoint> list(UUID after, int limit) {
        return find("id > ?1 order by id", after).page(0, limit).list();
    }
}
