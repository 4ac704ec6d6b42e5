package dev.rivulet.catalog.partner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who works for a partner, whole. */
@Schema(name = "PartnerPersonRequest", examples = """
        {"name": "Jonas Leitner", "email": "jonas@alpenland.example"}""")
record PersonRequest(
        @Schema(examples = "Jonas Leitner") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(examples = "jonas@alpenland.example")
        @Email(message = "{email-format}")
        @Size(max = 254, message = "{text-too-long}")
        @Nullable
        String email) {

    static PersonRequest of(Person person) {
        return new PersonRequest(person.name, person.email);
    }
}
