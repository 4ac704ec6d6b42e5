package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who works for a partner, or did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartnerPerson")
record PersonView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this person with")
        long version,

        UUID partnerId,
        @Schema(examples = "Jonas Leitner") String name,

        @Schema(examples = "jonas@alpenland.example") @Nullable
        String email,

        @Schema(description = "Since when the person's certifications do not count any more") @Nullable
        Instant leftAt,

        Instant createdAt) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id,
                person.version,
                person.partnerId,
                person.name,
                person.email,
                person.leftAt,
                person.createdAt);
    }
}
