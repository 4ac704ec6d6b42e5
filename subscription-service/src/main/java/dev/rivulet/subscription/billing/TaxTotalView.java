package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.TaxTotal;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is owed by one rate of tax. */
@Schema(name = "TaxTotal")
public record TaxTotalView(
        @Schema(examples = "vat") String code,
        @Schema(examples = "VAT") String name,
        @Schema(examples = "19") BigDecimal percent,

        @Schema(examples = "false", description = "Whether the amounts of the lines contain it")
        boolean inclusive,

        @Schema(description = "What it is owed on: without tax, after the discount")
        Money base,

        Money amount) {

    static TaxTotalView of(TaxTotal total) {
        var rate = total.rate();
        return new TaxTotalView(
                rate.code(), rate.name(), rate.percent(), rate.inclusive(), total.base(), total.amount());
    }

    /** A row for each rate. */
    static List<TaxTotalView> of(List<? extends TaxTotal.Taxed> lines) {
        return TaxTotal.of(lines).stream().map(TaxTotalView::of).toList();
    }

    /** The same of what gives back. */
    static List<TaxTotalView> negated(List<? extends TaxTotal.Taxed> lines) {
        return TaxTotal.of(lines).stream()
                .map(TaxTotal::negate)
                .map(TaxTotalView::of)
                .toList();
    }
}
