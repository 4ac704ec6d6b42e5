package dev.rivulet.catalog.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The time in which partners may sell a product. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChannelOpening")
record ChannelOpeningView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to close the channel with")
        long version,

        UUID productId,
        @Schema(description = "As they were on that day") List<CriterionView> criteria,

        @Schema(examples = "A pilot with two partners") @Nullable
        String waiver,

        @Schema(description = "Subject of the token", examples = "sales@acme")
        String openedBy,

        Instant openedAt,
        @Schema(examples = "olga@rivulet.example") @Nullable String closedBy,

        @Schema(description = "Absent while it is open") @Nullable
        Instant closedAt,

        @Schema(examples = "The pilot is over") @Nullable String closeReason) {

    static ChannelOpeningView of(ChannelOpening opening) {
        return new ChannelOpeningView(
                opening.id,
                opening.version,
                opening.productId,
                opening.criteria.stream().map(CriterionView::of).toList(),
                opening.waiver,
                opening.openedBy,
                opening.openedAt,
                opening.closedBy,
                opening.closedAt,
                opening.closeReason);
    }
}
