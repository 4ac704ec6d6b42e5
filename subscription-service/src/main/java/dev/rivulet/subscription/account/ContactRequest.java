package dev.rivulet.subscription.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller says of a person. */
@Schema(name = "ContactRequest", examples = """
        {"name": "Ada Nowak", "email": "ada.nowak@northwind.example", "function": "HR head", "locale": "de-DE"}""")
public record ContactRequest(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Ada Nowak")
        String name,

        @NotNull
        @Email(message = "{email-invalid}")
        @Size(max = 254, message = "{text-too-long}")
        @Schema(examples = "ada.nowak@northwind.example")
        String email,

        @NotBlank
        @Size(max = 100, message = "{text-too-long}")
        @Schema(examples = "HR head", description = "What they do there")
        String function,

        @NotNull
        @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?", message = "{locale-invalid}")
        @Schema(examples = "de-DE", description = "BCP 47")
        String locale) {}
