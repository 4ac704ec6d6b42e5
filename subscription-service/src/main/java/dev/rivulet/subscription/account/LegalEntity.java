package dev.rivulet.subscription.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A seller as invoices show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LegalEntity", examples = """
        {"name": "Rivulet GmbH", "address": "Lindenstr. 1, 10969 Berlin", "taxId": "DE987654321",
         "bankDetails": "IBAN DE89 3704 0044 0532 0130 00"}""")
public record LegalEntity(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Rivulet GmbH")
        String name,

        @NotBlank @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Lindenstr. 1, 10969 Berlin")
        String address,

        @Nullable @Size(max = 40, message = "{text-too-long}") @Schema(examples = "DE987654321")
        String taxId,

        @Nullable
        @Size(max = 500, message = "{text-too-long}")
        @Schema(examples = "IBAN DE89 3704 0044 0532 0130 00", description = "Where to pay")
        String bankDetails) {}
