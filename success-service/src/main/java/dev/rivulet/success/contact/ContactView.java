package dev.rivulet.success.contact;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person at a customer. */
@Schema(name = "CustomerContact")
public record ContactView(
        UUID id,
        @Schema(examples = "Ada Nowak") String name,
        @Schema(examples = "ada.nowak@northwind.example") String email,

        @Schema(examples = "HR head", description = "What they do there")
        String function,

        @Schema(examples = "de-DE", description = "BCP 47") String locale) {

    static ContactView of(Contact contact) {
        return new ContactView(contact.id, contact.name, contact.email, contact.function, contact.locale);
    }
}
