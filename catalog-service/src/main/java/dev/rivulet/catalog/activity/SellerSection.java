package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sellers in an export. */
@Singleton
class SellerSection extends Section<SellerSection.Row> {

    private final SellerRepository repository;
    private final Sellers sellers;

    SellerSection(SellerRepository repository, Sellers sellers) {
        super("seller", 1_020, Row.class);
        this.repository = repository;
        this.sellers = sellers;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid SellerRequest content) {

        static Row of(Seller seller) {
            return new Row(seller.id, seller.createdAt, SellerRequest.of(seller));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.content().key(), row.content().key(), "/content/key");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        if (standing == null && repository.count("key", row.content().key()) > 0) {
            throw Rejected.conflict("key-taken", row.content().key());
        }
        var seller = standing == null ? new Seller() : repository.findById(row.id());
        sellers.register(seller, row.content().terms(), "/content");
        if (standing == null) {
            seller.key = row.content().key();
            seller.createdAt = row.createdAt();
            adopt(repository.getEntityManager(), "seller", seller, row.id());
            seller = repository.findById(row.id());
        }
        sellers.announced(seller);
    }
}
