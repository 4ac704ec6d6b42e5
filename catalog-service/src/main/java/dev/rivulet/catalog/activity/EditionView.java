package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition of a scheme of activity codes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ActivityEdition")
record EditionView(
        UUID id,

        @Schema(description = "Rises when an import changes something")
        long version,

        @Schema(examples = "OKVED2") String scheme,
        @Schema(examples = "2023-12") String edition,

        @Schema(description = "First day it is in force", examples = "2023-12-01") @Nullable
        LocalDate validFrom,

        @Schema(description = "How many codes it has", examples = "2899")
        int codes,

        @Schema(description = "Last time an import changed it, UTC")
        Instant importedAt) {

    static EditionView of(Edition edition) {
        return new EditionView(
                edition.id,
                edition.version,
                edition.scheme,
                edition.edition,
                edition.validFrom,
                edition.codes,
                edition.importedAt);
    }
}
