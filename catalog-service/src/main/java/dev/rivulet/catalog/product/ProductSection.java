package dev.rivulet.catalog.product;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products in an export. An import adds a product as it stands, and moves none that is there already. */
@Singleton
class ProductSection extends Section<ProductSection.Row> {

    private final ProductRepository products;
    private final Portfolio portfolio;
    private final Sql sql;

    ProductSection(ProductRepository products, Portfolio portfolio, Sql sql) {
        super("product", 200, Row.class);
        this.products = products;
        this.portfolio = portfolio;
        this.sql = sql;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid ProductRequest content) {

        static Row of(Product product) {
            return new Row(
                    product.id,
                    product.createdAt,
                    new ProductRequest(product.key, product.name, product.kind, product.description, product.status));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return products.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return products.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        var status = content.status();
        if (status == null) {
            throw Rejected.invalid("value-missing", "/content/status");
        }
        var product = standing == null ? new Product() : products.findById(row.id());
        product.name = content.name();
        product.kind = content.kind();
        product.description = content.description();
        if (standing == null) {
            product.key = key(content.key());
            product.status = status;
            product.createdAt = row.createdAt();
            products.persistAndFlush(product);
            // Hibernate makes ids itself; the row's own takes its place before anything refers to it.
            sql.update(
                    "UPDATE product SET id = ? WHERE tenant_id = ? AND id = ?", row.id(), product.tenant, product.id);
            products.getEntityManager().detach(product);
            product = products.findById(row.id());
        } else {
            requireSame(product.status, status, "/content/status");
            requireSame(
                    Objects.requireNonNullElse(product.key, ""),
                    Objects.requireNonNullElse(content.key(), ""),
                    "/content/key");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        }
        portfolio.published(product);
    }

    /** Asked before the database refuses it, which would take the rows around this one along. */
    private @Nullable String key(@Nullable String key) {
        if (key != null && products.count("key", key) > 0) {
            throw Rejected.conflict("key-taken", key);
        }
        return key;
    }
}
