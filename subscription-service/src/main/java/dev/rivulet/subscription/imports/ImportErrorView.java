package dev.rivulet.subscription.imports;

import dev.rivulet.kit.problem.Texts;
import dev.rivulet.subscription.imports.ErrorTable.Noted;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a line. */
@Schema(name = "ImportError")
record ImportErrorView(
        @Schema(examples = "17", description = "The line of the body, from 1")
        long line,

        @Schema(
                examples = "/row/planId",
                description = "The field, as RFC 6901 pointer into the line; empty for the whole line")
        String pointer,

        @Schema(examples = "plan-not-published") String code,

        @Schema(description = "The reason in the caller's language (en, ru)")
        String detail) {

    static ImportErrorView of(Noted error, Texts texts) {
        var fault = error.fault();
        return new ImportErrorView(
                error.line(), fault.pointer(), fault.code(), texts.of(fault.code(), fault.arguments()));
    }
}
