package dev.rivulet.subscription.bank;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done about money taken back.
 *
 * @param paymentId null where the books hear of it otherwise
 */
@Schema(name = "BankEntryResolutionRequest", examples = """
        {"note": "Direct debit returned: account closed"}""")
public record ResolutionRequest(
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        @Schema(examples = "Direct debit returned: account closed")
        String note,

        @Nullable
        @Schema(
                examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05",
                description = "The payment that it was: so much of it is taken back, by a dispute that is lost")
        UUID paymentId) {}
