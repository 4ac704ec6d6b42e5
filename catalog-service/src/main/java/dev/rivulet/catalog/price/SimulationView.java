package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.NoPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The comparison, in the order asked for: plan by plan, in it buyer by buyer, in it quantity by quantity. */
@Schema(name = "PriceSimulation")
record SimulationView(@Schema(examples = "EUR") String currency, LocalDate date, List<Row> rows) {

    /** One price of the comparison. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PriceSimulationRow")
    record Row(
            UUID planId,
            @Nullable UUID priceBookId,
            @Schema(examples = "10") String quantity,
            PriceQuoteView.Outcome outcome,
            @Nullable NoPrice reason,
            @Nullable Money total,

            @Schema(
                    description = "Total over the least total of the same quantity, to two decimals (HALF_UP); absent"
                            + " without a price, or when the least is zero",
                    examples = "3.00")
            @Nullable
            String ratioToCheapest,

            @Schema(description = "Whether nothing of the same quantity costs less")
            boolean cheapest,

            Instant asOf) {}
}
