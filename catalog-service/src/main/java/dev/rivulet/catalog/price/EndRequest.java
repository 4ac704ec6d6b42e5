package dev.rivulet.catalog.price;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a price ends. */
@Schema(examples = """
        {"validTo": "2026-04-01"}""")
record EndRequest(
        @Schema(
                description = "The day after its last; left out, it has no end",
                examples = "2026-04-01",
                nullable = true)
        @Nullable
        LocalDate validTo) {}
