package dev.rivulet.catalog.competitor;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody has looked at a battlecard and found it right. */
@Schema(examples = """
        {"reviewBy": "2026-07-01"}""")
record BattlecardReviewRequest(
        @Schema(description = "When it is to be looked at again (UTC); not in the past", examples = "2027-06-30")
        @NotNull
        LocalDate reviewBy) {}
