package dev.rivulet.subscription.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.account.IanaZone;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer without an account yet; a won deal opens it.
 *
 * @param zone IANA time zone of the account to be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Prospect")
public record Prospect(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Northwind Training GmbH")
        String name,

        @Nullable @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Anna Berger, HR head")
        String contact,

        @Nullable
        @Email(message = "{email-invalid}")
        @Size(max = 254, message = "{text-too-long}")
        @Schema(examples = "anna.berger@northwind.example")
        String email,

        @NotNull @IanaZone @Schema(examples = "Europe/Berlin", description = "IANA time zone of the account to be")
        String zone) {}
