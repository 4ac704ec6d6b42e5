package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a subscription allows: something at all, so much of it, or as much as is wanted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entitlement(
        @Schema(description = "Unique within the plan", examples = "coach-sessions")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        String key,

        @NotNull Kind kind,

        @Schema(description = "Of a LIMIT: how much, zero or more", examples = "4")
        @Min(value = 0, message = "{limit-negative}")
        @Nullable
        Long limit,

        @Schema(description = "Of a LIMIT: of what", examples = "sessions")
        @Size(min = 1, max = 40, message = "{unit-length}")
        @Nullable
        String unit,

        @Schema(description = "Of a LIMIT: when it is full again; NEVER when left out") @Nullable
        Reset reset) {

    /** The three ways to be entitled. */
    @Schema(name = "EntitlementKind")
    enum Kind {
        /** Allowed. */
        BOOLEAN,
        /** Allowed so much. */
        LIMIT,
        /** Allowed without end. */
        UNLIMITED
    }

    /** When a used limit is full again. */
    @Schema(name = "EntitlementReset")
    enum Reset {
        NEVER,
        DAY,
        WEEK,
        MONTH,
        YEAR,
        /** With each period of the plan. */
        BILLING_PERIOD
    }
}
