package dev.rivulet.success.profile;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.customer.domain.CustomerStatus;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer in a list. */
@Schema(name = "CustomerRow")
public record CustomerRow(
        UUID id,

        @Schema(
                nullable = true,
                examples = "Acme Learning",
                description = "Null until the account itself has been heard of")
        @Nullable
        String name,

        @Schema(nullable = true, examples = "Europe/Berlin") @Nullable
        String zone,

        @Schema(nullable = true, examples = "EUR") @Nullable String currency,
        @Schema(examples = "ACTIVE") CustomerStatus status,

        @Schema(nullable = true, examples = "mila.horn@acme.example", description = "The success manager") @Nullable
        String manager,

        @Schema(nullable = true) @Nullable UUID segmentId,

        @Schema(nullable = true, description = "Monthly recurring revenue; null while the currency is unknown")
        @Nullable
        Money mrr,

        @Schema(nullable = true, examples = "64.3", description = "Null while too little is known") @Nullable
        BigDecimal score,

        @Schema(nullable = true, examples = "0.7000") @Nullable
        BigDecimal coverage) {}
