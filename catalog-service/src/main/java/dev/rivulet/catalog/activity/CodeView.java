package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A code of an edition, as it is stored and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ActivityCode")
record CodeView(
        @Schema(examples = "47.91.2") String code,

        @Schema(description = "The code above it; absent on the highest level", examples = "47.91") @Nullable
        String parent,

        @Schema(description = "The section's letter", examples = "G") @Nullable
        String section,

        @Schema(description = "What the scheme calls this level", examples = "SUBGROUP") @Nullable
        String level,

        @Schema(examples = "Retail sale via the Internet") String name,

        @Schema(description = "Whether the activity needs a licence")
        boolean licensed) {

    CodeView under(@Nullable String above) {
        return new CodeView(code, above, section, level, name, licensed);
    }
}
