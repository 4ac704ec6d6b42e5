package dev.rivulet.subscription.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an account is taxed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaxProfile", minProperties = 1)
public record TaxProfile(
        @Nullable
        @Pattern(regexp = "[A-Z]{2}", message = "{country-invalid}")
        @Schema(examples = "DE", description = "ISO 3166 alpha-2")
        String country,

        @Nullable @Size(max = 40, message = "{text-too-long}") @Schema(examples = "DE123456789")
        String taxId,

        @Nullable
        @Size(min = 1, max = 200, message = "{text-too-long}")
        @Schema(examples = "Reverse charge", description = "Why it owes no tax; given, nothing is taxed")
        String exemption,

        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "{key-invalid}")
        @Schema(examples = "vat", description = "How it is taxed where neither charge nor plan says")
        String code) {

    static final TaxProfile NONE = new TaxProfile(null, null, null, null);
}
