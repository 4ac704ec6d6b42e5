package dev.rivulet.subscription.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an account is left alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DunningHold")
public record HoldView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Nullable @Schema(examples = "2026-03-01", description = "Paused up to and with this day; absent if exempt")
        LocalDate until,

        @Schema(examples = "They dispute the February invoice")
        String reason,

        @Schema(examples = "2026-02-10T08:05:00Z") Instant heldAt) {}
