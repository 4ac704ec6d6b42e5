package dev.rivulet.catalog.product;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pre-sale to record. */
@Schema(examples = """
        {"customer": "Northwind Logistics", "amount": {"amount": "900.00", "currency": "EUR"}, "form": "LETTER",
         "agreedOn": "2026-02-17"}""")
record PreSaleRequest(
        @Schema(examples = "Northwind Logistics") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String customer,

        @Schema(description = "More than zero: what was paid or promised in all") @NotNull
        Money amount,

        @Schema(description = "PAID: the money is here; LETTER: a signed letter of intent") @NotNull
        PreSale.Form form,

        @Schema(description = "Local day, not in the future", examples = "2026-02-17") @NotNull
        LocalDate agreedOn) {

    static PreSaleRequest of(PreSale sale) {
        return new PreSaleRequest(sale.customer, sale.amount, sale.form, sale.agreedOn);
    }
}
