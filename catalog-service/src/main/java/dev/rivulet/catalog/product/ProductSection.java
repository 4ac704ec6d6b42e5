package dev.rivulet.catalog.product;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.product.domain.ProductStatus;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products in an export. An import adds a product as it stands, and moves none that is there already. */
@Singleton
class ProductSection extends Section<ProductSection.Row> {

    private final ProductRepository products;
    private final Portfolio portfolio;

    ProductSection(ProductRepository products, Portfolio portfolio) {
        super("product", 200, Row.class);
        this.products = products;
        this.portfolio = portfolio;
    }

    record Row(
            @NotNull UUID id,

            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}") @Nullable
            String key,

            @NotNull Instant createdAt,
            @NotNull ProductStatus status,
            @NotNull ProductOrigin origin,

            @Size(max = 200, message = "{text-too-long}") @Nullable
            String overriddenBy,

            @Nullable Instant overriddenAt,
            @NotNull @Valid ProductChange content) {

        static Row of(Product product) {
            var override = product.override;
            return new Row(
                    product.id,
                    product.key,
                    product.createdAt,
                    product.status,
                    product.origin,
                    override == null ? null : override.by(),
                    override == null ? null : override.at(),
                    ProductChange.of(product));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return products.after(last == null ? new UUID(0, 0) : last.id(), count, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return products.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.key(), row.key(), "/key");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            requireSame(standing.status(), row.status(), "/status");
            requireSame(standing.origin(), row.origin(), "/origin");
        }
        var content = row.content();
        var criticality = given(content.criticality(), "/content/criticality");
        var override = override(row, content.kind().isUnwiseFor(criticality));
        // Asked before the database refuses it, which would take the rows around this one along.
        if (standing == null && row.key() != null && products.count("key", row.key()) > 0) {
            throw Rejected.conflict("key-taken", row.key());
        }
        var product = standing == null ? new Product() : products.findById(row.id());
        product.name = content.name();
        product.kind = content.kind();
        product.criticality = criticality;
        product.description = content.description();
        product.override = override;
        if (standing == null) {
            product.key = row.key();
            product.status = row.status();
            product.origin = row.origin();
            product.createdAt = row.createdAt();
            adopt(products.getEntityManager(), "product", product, row.id());
            product = products.findById(row.id());
        }
        portfolio.announced(product);
    }

    /** Whose word it is, where it must be somebody's. */
    private static @Nullable CriticalityOverride override(Row row, boolean unwise) {
        var reason = row.content().overrideReason();
        if (!unwise) {
            require(reason == null, "/content/overrideReason", reason);
            require(row.overriddenBy() == null, "/overriddenBy", row.overriddenBy());
            require(row.overriddenAt() == null, "/overriddenAt", row.overriddenAt());
            return null;
        }
        if (reason == null || reason.isBlank()) {
            throw Rejected.unprocessable("criticality-not-outsourced", "/content/criticality");
        }
        return new CriticalityOverride(
                reason, given(row.overriddenBy(), "/overriddenBy"), given(row.overriddenAt(), "/overriddenAt"));
    }
}
