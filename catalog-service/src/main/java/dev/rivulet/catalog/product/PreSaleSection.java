package dev.rivulet.catalog.product;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pre-sales in an export; what was agreed stays as it was recorded. The day is not compared with this tenant's clock. */
@Singleton
class PreSaleSection extends Section<PreSaleSection.Row> {

    private final PreSaleRepository preSales;
    private final Portfolio portfolio;
    private final PastDays pastDays;

    PreSaleSection(PreSaleRepository preSales, Portfolio portfolio, PastDays pastDays) {
        super("pre-sale", 230, Row.class);
        this.preSales = preSales;
        this.portfolio = portfolio;
        this.pastDays = pastDays;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID productId,

            @NotBlank @Size(max = 200, message = "{text-too-long}")
            String recordedBy,

            @NotNull Instant recordedAt,
            @NotNull @Valid PreSaleRequest content) {

        static Row of(PreSale sale) {
            return new Row(sale.id, sale.productId, sale.recordedBy, sale.recordedAt, PreSaleRequest.of(sale));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return preSales.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return preSales.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.productId(), row.productId(), "/productId");
            requireSame(standing.recordedBy(), row.recordedBy(), "/recordedBy");
            requireSame(standing.recordedAt(), row.recordedAt(), "/recordedAt");
            requireSame(standing.content(), row.content(), "/content");
        }
        if (!portfolio.has(row.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", row.productId());
        }
        var content = row.content();
        if (content.amount().isNegative() || content.amount().isZero()) {
            throw Rejected.invalid("amount-not-positive", "/content/amount/amount");
        }
        var sale = new PreSale();
        sale.productId = row.productId();
        sale.customer = content.customer();
        sale.amount = content.amount();
        sale.form = content.form();
        sale.agreedOn = pastDays.begun(content.agreedOn(), "/content/agreedOn");
        sale.recordedBy = row.recordedBy();
        sale.recordedAt = row.recordedAt();
        adopt(preSales.getEntityManager(), "product_pre_sale", sale, row.id());
    }
}
