package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.plan.domain.RolloutPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a version means for those who subscribed to an older one. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rollout(
        @Column(name = "rollout_policy") @Enumerated(EnumType.STRING) @NotNull
        RolloutPolicy policy,

        @Schema(
                description = "Of FROM, and of no other: not in the past, local to each account",
                examples = "2026-04-01")
        @Column(name = "rollout_from")
        @Nullable
        LocalDate from) {

    /** What nobody who subscribed before notices. */
    static final Rollout NEW_ONLY = new Rollout(RolloutPolicy.NEW_ONLY, null);
}
