package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.ProductKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other features ask of products: their names. */
@ApplicationScoped
@Transactional
public class ProductDirectory {

    /** A product and what it is called. */
    public record Named(UUID id, String name) {}

    private final ProductRepository products;

    ProductDirectory(ProductRepository products) {
        this.products = products;
    }

    /** The products that are sold or may come to be, behind the last one seen, in the order they were added. */
    public List<Named> after(UUID last, int count) {
        return products.afterWithoutRetired(last, count).stream()
                .map(product -> new Named(product.id, product.name))
                .toList();
    }

    /** What kind of product it is. */
    public Optional<ProductKind> kind(UUID id) {
        return products.findByIdOptional(id).map(product -> product.kind);
    }

    /** What a product is called. */
    public Optional<String> name(UUID id) {
        return products.findByIdOptional(id).map(product -> product.name);
    }
}
