package dev.rivulet.catalog.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.channel.domain.Readiness;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a product is ready to be sold by partners, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ChannelReadiness")
record ReadinessView(
        UUID productId,

        @Schema(description = "OPEN even when a criterion is no longer met: closing is a decision")
        ChannelStatus status,

        @Schema(description = "As they are now") List<CriterionView> criteria,
        @Nullable ChannelOpeningView opening) {

    static ReadinessView of(UUID product, Readiness readiness, @Nullable ChannelOpening opening) {
        return new ReadinessView(
                product,
                opening != null
                        ? ChannelStatus.OPEN
                        : readiness.isReady() ? ChannelStatus.READY : ChannelStatus.NOT_READY,
                readiness.criteria().stream().map(CriterionView::of).toList(),
                opening == null ? null : ChannelOpeningView.of(opening));
    }
}
