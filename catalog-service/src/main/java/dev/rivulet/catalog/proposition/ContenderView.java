package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.proposition.domain.Duel.Verdict;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An approved proposition among those of the same product, segment and locale. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PropositionContender")
record ContenderView(
        UUID propositionId,
        int propositionVersion,
        Role role,
        int weight,

        @Schema(examples = "Soft skills in ten minutes a day")
        String oneLiner,

        RateView winRate,

        @Schema(description = "Standard errors ahead of the champion; left out for the champion", examples = "2.31")
        @Nullable
        BigDecimal z,

        @Schema(description = "What can be said against the champion; left out for the champion") @Nullable
        Verdict verdict) {}
