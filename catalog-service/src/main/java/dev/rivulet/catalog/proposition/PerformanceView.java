package dev.rivulet.catalog.proposition;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a version of a proposition has achieved. */
@Schema(name = "PropositionPerformance")
record PerformanceView(
        UUID propositionId,

        @Schema(description = "Won of decided deals") RateView winRate,

        @Schema(description = "Promises that customers confirmed in full, of those they spoke on")
        RateView confirmedRate) {}
