package dev.rivulet.success.touch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.touch.domain.TouchModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer is looked after, and how it came to that. */
@Schema(name = "Touch")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TouchView(
        UUID accountId,
        TouchModel model,

        @Schema(examples = "mila.horn@acme.example", description = "Who is in charge; in tech touch, whom to ask")
        @Nullable
        String manager,

        @Schema(examples = "16.00", description = "Of the manager, a quarter")
        BigDecimal hours,

        @Schema(description = "Since when a manager is wanted and none has the hours") @Nullable
        Instant waitingSince,

        @Schema(description = "The last 200 changes, latest first")
        List<TouchChange> changes) {

    static TouchView of(UUID account, @Nullable TouchState state, List<TouchChange> changes) {
        return state == null
                ? new TouchView(account, TouchModel.TECH, null, BigDecimal.ZERO.setScale(2), null, changes)
                : new TouchView(account, state.model(), state.manager(), state.hours(), state.waitingSince(), changes);
    }
}
