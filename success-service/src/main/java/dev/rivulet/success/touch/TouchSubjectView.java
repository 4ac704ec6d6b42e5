package dev.rivulet.success.touch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.touch.domain.TouchModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer or a prospect's deal that is looked after, or waits to be. */
@Schema(name = "TouchSubject")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TouchSubjectView(
        @Schema(description = "The customer; absent for a prospect") @Nullable
        UUID accountId,

        @Schema(description = "The deal of a prospect that is no customer yet") @Nullable
        UUID dealId,

        TouchModel model,

        @Schema(examples = "16.00", description = "Of the manager, a quarter")
        BigDecimal hours,

        @Schema(description = "Since when a manager is wanted") @Nullable
        Instant waitingSince) {

    public static TouchSubjectView of(TouchState state) {
        return new TouchSubjectView(
                state.prospect() ? null : state.subject(),
                state.prospect() ? state.subject() : null,
                state.model(),
                state.hours(),
                state.waitingSince());
    }
}
