package dev.rivulet.catalog.proposition;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the propositions of one product, segment and locale stand against each other. */
@Schema(name = "PropositionContest")
record ContestView(
        @Schema(description = "Decided deals each needs before it is compared", examples = "30")
        int minimumDeals,

        @Schema(description = "Standard errors needed to be proven", examples = "1.96")
        BigDecimal neededZ,

        @Schema(description = "The champion first") List<ContenderView> contenders) {}
