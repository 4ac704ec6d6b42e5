package dev.rivulet.subscription.bank;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about money taken back. */
@Schema(name = "BankEntryResolutionRequest")
public record ResolutionRequest(
        @NotBlank
        @Size(max = 500, message = "{text-too-long}")
        @Schema(examples = "Direct debit returned; the payment is disputed")
        String note) {}
