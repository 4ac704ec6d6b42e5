package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.activity.domain.EditionDiff;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an edition changes about a code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ActivityCodeChange")
record ChangeView(
        EditionDiff.Kind kind,

        @Schema(description = "Before; of an added code, after", examples = "47.91.2")
        String code,

        @Schema(description = "After; absent of a removed code", examples = "47.91.2") @Nullable
        String codeAfter,

        @Schema(examples = "Retail sale via the Internet") @Nullable
        String nameBefore,

        @Schema(examples = "Retail sale via mail order houses or via Internet") @Nullable
        String nameAfter) {

    static ChangeView of(EditionDiff.Change change) {
        return new ChangeView(
                change.kind(), change.code(), change.codeAfter(), change.nameBefore(), change.nameAfter());
    }
}
