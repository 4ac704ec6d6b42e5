package dev.rivulet.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.ProductChanged;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Adds products and brings them on sale. */
@ApplicationScoped
@Transactional
public class Portfolio {

    private final ProductRepository products;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Portfolio(ProductRepository products, MergePatch mergePatch, TenantClock clock, Outbox outbox, SearchIndex search) {
        this.products = products;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    /** Whether the tenant has such a product. */
    public boolean has(UUID id) {
        return products.findByIdOptional(id).isPresent();
    }

    /** Whether the tenant has such a product and it is on sale. */
    public boolean sells(UUID id) {
        return products.findByIdOptional(id)
                .filter(product -> product.status == ProductStatus.ACTIVE)
                .isPresent();
    }

    List<Product> list(UUID after, int count) {
        return products.after(after, count);
    }

    Product get(UUID id) {
        return products.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("product", id));
    }

    Product add(ProductRequest request) {
        var product = new Product();
        product.key = request.key();
        product.name = request.name();
        product.kind = request.kind();
        product.description = request.description();
        product.status = Objects.requireNonNullElse(request.status(), ProductStatus.ACTIVE);
        product.createdAt = clock.now();
        try {
            products.persistAndFlush(product);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", String.valueOf(request.key()));
        }
        return published(product);
    }

    Product change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var product = get(id);
        Etag.require(ifMatch, product.version);
        var changed = mergePatch.apply(new ProductChange(product.name, product.kind, product.description), patch);
        product.name = changed.name();
        product.kind = changed.kind();
        product.description = changed.description();
        return published(product);
    }

    /** Puts a product on sale; one that is already stays as it is. */
    Product activate(UUID id, @Nullable String ifMatch) {
        var product = get(id);
        Etag.require(ifMatch, product.version);
        if (product.status == ProductStatus.ACTIVE) {
            return product;
        }
        product.status = ProductStatus.ACTIVE;
        return published(product);
    }

    /** Tells everyone of a product as it stands. */
    Product published(Product product) {
        products.flush();
        search.put("product", product.id, product.name, product.key, product.description);
        outbox.publish(
                ProductChanged.TYPE,
                product.id,
                product.version,
                new ProductChanged(product.id, product.key, product.name, product.kind.name(), product.status.name()));
        return product;
    }
}
