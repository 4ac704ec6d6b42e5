package dev.rivulet.subscription.threshold;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From how much usage on it is asked for at once: an amount, a quantity of a metric, or whichever comes first. */
@Schema(name = "UsageThresholdRequest", examples = """
        {"amount": {"amount": "100.00", "currency": "EUR"}}""")
public record UsageThresholdRequest(
        @Nullable
        @Schema(description = "What usage of all metrics costs, without tax and discounts, in the account's currency")
        Money amount,

        @Nullable
        @Size(min = 1, max = 100, message = "{text-too-long}")
        @Schema(examples = "api-calls", description = "With a quantity: whose it is")
        String metric,

        @Nullable
        @DecimalMin(value = "0", inclusive = false, message = "{quantity-range}")
        @Digits(integer = 12, fraction = 6, message = "{quantity-range}")
        @Schema(type = SchemaType.STRING, examples = "10000", description = "With a metric; decimal text")
        BigDecimal quantity) {}
