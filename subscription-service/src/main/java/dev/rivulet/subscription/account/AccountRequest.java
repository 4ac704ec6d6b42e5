package dev.rivulet.subscription.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says of an account.
 *
 * @param zone IANA time zone; it decides which day it is for the account
 * @param currency ISO 4217; all the account's invoices are in it, so it cannot be changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccountRequest", examples = """
        {"name": "Northwind Training GmbH", "zone": "Europe/Berlin", "currency": "EUR",
         "email": "accounts@northwind.example", "billingDay": 1, "paymentTermsDays": 14,
         "tax": {"country": "DE", "taxId": "DE123456789"}}""")
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
        String email,

        @Nullable @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c04", description = "The account above it")
        UUID parentId,

        @Nullable @Schema(examples = "false", description = "Whether the account above pays; needs the same currency")
        Boolean rollUp,

        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "{key-invalid}")
        @Schema(examples = "main", description = "The seller that invoices it; main when left out")
        String legalEntity,

        @Nullable
        @Range(min = 1, max = 31, message = "{billing-day-range}")
        @Schema(
                examples = "1",
                description = "Day of the month that charges wait for, the last day in shorter months; without one"
                        + " whatever is due is invoiced at once")
        Integer billingDay,

        @Nullable
        @Range(min = 0, max = 365, message = "{payment-terms-range}")
        @Schema(examples = "14", description = "Days to pay; 14 when left out")
        Integer paymentTermsDays,

        @Nullable
        @Range(min = 0, max = 60, message = "{grace-days-range}")
        @Schema(examples = "0", description = "Days that an invoice stays a draft; 0 when left out")
        Integer graceDays,

        @Nullable @Schema(examples = "CARD", description = "BANK_TRANSFER when left out")
        CollectionMethod collectionMethod,

        @Nullable
        @Valid
        @Schema(description = "What is worth collecting; the tenant's for the currency and method when left out")
        MinimumRequest minimum,

        @Nullable @Valid TaxProfile tax) {

    /** The same below another account; where it says itself when there is none. */
    public AccountRequest below(@Nullable UUID parent) {
        return parent == null
                ? this
                : new AccountRequest(
                        name,
                        zone,
                        currency,
                        email,
                        parent,
                        rollUp,
                        legalEntity,
                        billingDay,
                        paymentTermsDays,
                        graceDays,
                        collectionMethod,
                        minimum,
                        tax);
    }

    /** An account that is invoiced as all are by default. */
    public static AccountRequest of(String name, String zone, String currency, @Nullable String email) {
        return new AccountRequest(name, zone, currency, email, null, null, null, null, null, null, null, null, null);
    }
}
