package dev.rivulet.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.ProductChanged;
import dev.rivulet.catalog.product.domain.Criticality;
import dev.rivulet.catalog.product.domain.ProductStatus;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Adds products, describes them, and tells the other features of them. */
@ApplicationScoped
@Transactional
public class Portfolio {

    private final ProductRepository products;
    private final MergePatch mergePatch;
    private final SecurityIdentity user;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Portfolio(
            ProductRepository products,
            MergePatch mergePatch,
            SecurityIdentity user,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.products = products;
        this.mergePatch = mergePatch;
        this.user = user;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    /** Whether the tenant has such a product. */
    public boolean has(UUID id) {
        return products.findByIdOptional(id).isPresent();
    }

    /** Whether the tenant has such a product and it is on sale now. */
    public boolean isOnSale(UUID id) {
        return products.findByIdOptional(id)
                .filter(product -> product.status == ProductStatus.ACTIVE)
                .isPresent();
    }

    /** Whether the tenant has such a product and it is on sale, which then lasts until the transaction ends. */
    public boolean holdsOnSale(UUID id) {
        return products.holdActive(id).isPresent();
    }

    List<Product> list(UUID after, int count, @Nullable ProductStatus status) {
        return products.after(after, count, status);
    }

    Product get(UUID id) {
        return products.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("product", id));
    }

    Product add(ProductRequest request) {
        var product = new Product();
        product.key = request.key();
        var isNew = request.status() == ProductRequest.Beginning.IDEA;
        product.status = isNew ? ProductStatus.IDEA : ProductStatus.ACTIVE;
        product.origin = isNew ? ProductOrigin.NEW : ProductOrigin.EXISTING;
        product.createdAt = clock.now();
        describe(product, request.traits());
        try {
            products.persistAndFlush(product);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", String.valueOf(request.key()));
        }
        return announced(product);
    }

    Product change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var product = get(id);
        Etag.require(ifMatch, product.version);
        describe(product, mergePatch.apply(ProductChange.of(product), patch));
        return announced(product);
    }

    private void describe(Product product, ProductChange traits) {
        product.name = traits.name();
        product.kind = traits.kind();
        product.criticality = Objects.requireNonNullElse(traits.criticality(), Criticality.NORMAL);
        product.description = traits.description();
        product.override = product.kind.isUnwiseFor(product.criticality)
                ? signed(product.override, traits.overrideReason())
                : null;
    }

    /** A reason given again stays that of the one who gave it first. */
    private CriticalityOverride signed(@Nullable CriticalityOverride before, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Rejected.unprocessable("criticality-not-outsourced", "/criticality");
        }
        return before != null && before.reason().equals(reason)
                ? before
                : new CriticalityOverride(reason, user.getPrincipal().getName(), clock.now());
    }

    Product announced(Product product) {
        products.flush();
        search.put("product", product.id, product.name, product.key, product.description);
        outbox.publish(
                ProductChanged.TYPE,
                product.id,
                product.version,
                new ProductChanged(
                        product.id,
                        product.key,
                        product.name,
                        product.kind.name(),
                        product.criticality.name(),
                        product.status.name()));
        return product;
    }
}
