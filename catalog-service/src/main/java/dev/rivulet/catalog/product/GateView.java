package dev.rivulet.catalog.product;

import dev.rivulet.catalog.product.domain.Gate;
import dev.rivulet.catalog.product.domain.GateState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gate of the lifecycle, and what has been brought to it. */
@Schema(name = "Gate")
record GateView(
        @Schema(description = "VALIDATION wants interviews, ACTIVATION pre-sales")
        Gate gate,

        @Schema(description = "Pieces of evidence wanted", examples = "5")
        int required,

        @Schema(
                description =
                        "Pieces of evidence recorded: interviews of different people, pre-sales to different customers",
                examples = "2")
        long found,

        @Schema(description = "Whether a waiver was signed") boolean waived,

        @Schema(description = "Whether the product may pass")
        boolean open) {

    static GateView of(GateState state) {
        return new GateView(state.gate(), state.required(), state.found(), state.waived(), state.isOpen());
    }
}
