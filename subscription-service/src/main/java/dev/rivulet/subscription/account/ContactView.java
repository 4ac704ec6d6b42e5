package dev.rivulet.subscription.account;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person at a customer. */
@Schema(name = "Contact")
public record ContactView(
        @Schema(examples = "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "Ada Nowak") String name,
        @Schema(examples = "ada.nowak@northwind.example") String email,
        @Schema(examples = "HR head") String function,
        @Schema(examples = "de-DE") String locale) {

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id, contact.version, contact.name, contact.email, contact.function, contact.locale);
    }
}
