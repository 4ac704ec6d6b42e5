package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Gate;
import dev.rivulet.catalog.product.domain.GateState;
import dev.rivulet.catalog.product.domain.ProductStatus;
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

    Lifecycle(Portfolio portfolio, Traction traction, Event<ProductRetired> retired) {
        this.portfolio = portfolio;
        this.traction = traction;
        this.retired = retired;
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
        Gate.before(to).map(gate -> traction.at(gate, id)).ifPresent(Lifecycle::requireOpen);
        product.status = to;
        portfolio.announced(product);
        if (to == ProductStatus.RETIRED) {
            retired.fire(new ProductRetired(id));
        }
        return product;
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
