package dev.rivulet.catalog.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something found. */
@Schema(
        name = "SearchHit",
        requiredProperties = {"kind", "id", "lang", "title", "highlight"})
record Hit(
        @Schema(examples = "product") String kind,
        UUID id,
        Lang lang,
        @Schema(examples = "Soft skills trainer") String title,

        @Schema(
                description = "Where it was found, as HTML: the text escaped, the words found in <mark>",
                examples = "Soft <mark>skills</mark> trainer")
        String highlight,

        @JsonIgnore @Schema(hidden = true) String rank) {

    /** The language of a document, known by its letters. */
    enum Lang {
        en,
        ru
    }
}
