package dev.rivulet.subscription.commission;

import dev.rivulet.subscription.account.IsoCurrency;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose statement for which month. */
@Schema(name = "CommissionStatementRequest", examples = """
        {"partnerId": "0197a3f0-4a0b-7b2d-8a41-5e0e0b5a6903", "month": "2026-03", "currency": "EUR"}""")
public record StatementRequest(
        @NotNull @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @NotNull
        @Pattern(regexp = "20\\d\\d-(0[1-9]|1[0-2])", message = "{month-format}")
        @Schema(examples = "2026-04", description = "Year and month")
        String month,

        @NotNull
        @IsoCurrency
        @Schema(examples = "EUR", description = "ISO 4217; what was earned in others has statements of its own")
        String currency) {}
