package dev.rivulet.catalog.job;

import dev.rivulet.kit.problem.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a row. */
@Schema(name = "RowError")
record RowErrorView(
        @Schema(description = "Line of the body on which the row begins, from 1", examples = "17")
        long line,

        @Schema(
                description = "The field, as RFC 6901 pointer into the row; empty for the whole row",
                examples = "/code")
        String pointer,

        @Schema(examples = "activity-code-format") String code,

        @Schema(
                examples = "There is no product with this id.",
                description = "The reason in the caller's language (en, ru)")
        String detail) {

    static RowErrorView of(RowError error, Texts texts) {
        return new RowErrorView(error.line(), error.pointer(), error.code(), texts.of(error.code(), error.arguments()));
    }
}
