package dev.rivulet.catalog.proposition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the new deals a proposition gets, in proportion to the others' weights. */
@Schema(name = "PropositionShareRequest", examples = """
        {"weight": 25}""")
record ShareRequest(
        @Schema(description = "0 to 1000; with 0 it gets none", examples = "25")
        @NotNull
        @Min(value = 0, message = "{weight-range}")
        @Max(value = 1_000, message = "{weight-range}")
        Integer weight) {}
