package dev.rivulet.catalog.linter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule to add: its code for good, and what may change of it. */
@Schema(name = "LintRuleRequest")
record OwnRuleRequest(
        @Schema(
                description = "Unique and immutable; that of a built-in rule puts this one in its place",
                examples = "no-digital-transformation")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        String code,

        @NotNull @Valid OwnRuleChange rule) {}
