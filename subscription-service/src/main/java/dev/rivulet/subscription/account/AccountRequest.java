package dev.rivulet.subscription.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says of an account.
 *
 * @param zone IANA time zone; it decides which day it is for the account
 * @param currency ISO 4217; all the account's invoices are in it, so it cannot be changed
 */
@Schema(name = "AccountRequest")
public record AccountRequest(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Northwind Training GmbH")
        String name,

        @NotNull @IanaZone @Schema(examples = "Europe/Berlin", description = "IANA time zone")
        String zone,

        @NotNull @IsoCurrency @Schema(examples = "EUR", description = "ISO 4217; cannot be changed later")
        String currency,

        @Nullable
        @Email(message = "{email-invalid}")
        @Size(max = 254, message = "{text-too-long}")
        @Schema(examples = "accounts@northwind.example")
        String email) {}
