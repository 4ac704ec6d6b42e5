package dev.rivulet.catalog.price;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A percentage over the parent's prices. */
@Schema(examples = """
        {"percent": "-12.5", "from": "2030-01-01"}""")
record AdjustmentRequest(
        @Schema(description = "-10 for a tenth off", examples = "-12.5", type = SchemaType.STRING)
        @NotNull
        @DecimalMin(value = "-100", inclusive = false, message = "{percent-range}")
        @DecimalMax(value = "1000", message = "{percent-range}")
        @Digits(integer = 4, fraction = 4, message = "{percent-range}")
        BigDecimal percent,

        @Schema(
                description =
                        "Its first day; it holds until the next day that has a percentage. Left out, it is the one"
                                + " before all others",
                examples = "2026-04-01")
        @Nullable
        LocalDate from) {}
