package dev.rivulet.catalog.product;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pre-sale. */
@Schema(name = "PreSale")
record PreSaleView(
        UUID id,
        UUID productId,
        @Schema(examples = "Northwind Logistics") String customer,
        Money amount,
        PreSale.Form form,
        LocalDate agreedOn,

        @Schema(description = "The user of the token", examples = "sales@acme")
        String recordedBy,

        Instant recordedAt) {

    static PreSaleView of(PreSale sale) {
        return new PreSaleView(
                sale.id,
                sale.productId,
                sale.customer,
                sale.amount,
                sale.form,
                sale.agreedOn,
                sale.recordedBy,
                sale.recordedAt);
    }
}
