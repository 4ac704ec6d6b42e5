package dev.rivulet.catalog.product;

import dev.rivulet.catalog.events.ProductMoved;
import dev.rivulet.catalog.events.ProductMoved.Evidence;
import dev.rivulet.catalog.product.domain.Gate;
import dev.rivulet.catalog.product.domain.GateState;
import dev.rivulet.catalog.product.domain.ProductStatus;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes products from step to step, each when its evidence is there. */
@ApplicationScoped
@Transactional
class Lifecycle {

    private final Portfolio portfolio;
    private final Traction traction;
    private final Event<ProductRetired> retired;
    private final TenantClock clock;
    private final Outbox outbox;

    Lifecycle(Portfolio portfolio, Traction traction, Event<ProductRetired> retired, TenantClock clock, Outbox outbox) {
        this.portfolio = portfolio;
        this.traction = traction;
        this.retired = retired;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Takes the product one step further; one that is there already stays as it is. */
    Product advance(UUID id, @Nullable String ifMatch, ProductStatus to) {
        var product = portfolio.get(id);
        Etag.require(ifMatch, product.version);
        if (product.status == to) {
            return product;
        }
        if (!product.status.mayBecome(to)) {
            throw Rejected.conflict("product-step", product.status, to);
        }
        var gate = Gate.before(to).map(each -> traction.at(each, id)).orElse(null);
        if (gate != null) {
            requireOpen(gate);
        }
        var before = product.status;
        product.status = to;
        portfolio.announced(product);
        outbox.publish(
                ProductMoved.TYPE,
                id,
                product.version,
                new ProductMoved(id, product.name, before.name(), to.name(), evidence(gate), clock.now()));
        if (to == ProductStatus.RETIRED) {
            retired.fire(new ProductRetired(id));
        }
        return product;
    }

    private static @Nullable Evidence evidence(@Nullable GateState gate) {
        return gate == null ? null : new Evidence(gate.required(), gate.found(), gate.waived());
    }

    private static void requireOpen(GateState state) {
        if (state.isOpen()) {
            return;
        }
        throw switch (state.gate()) {
            case VALIDATION -> Rejected.conflict("interviews-missing", state.required(), state.found());
            case ACTIVATION -> Rejected.conflict("pre-sales-missing", state.required(), state.found());
        };
    }
}
