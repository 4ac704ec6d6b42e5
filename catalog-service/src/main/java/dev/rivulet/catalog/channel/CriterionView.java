package dev.rivulet.catalog.channel;

import dev.rivulet.catalog.channel.domain.Criterion;
import dev.rivulet.catalog.channel.domain.CriterionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that must be there before partners sell a product. */
@Schema(name = "ChannelCriterion")
record CriterionView(
        CriterionKind kind,

        @Schema(description = "At least so many", examples = "10")
        long needed,

        @Schema(examples = "12") long found,
        boolean met) {

    static CriterionView of(Criterion criterion) {
        return new CriterionView(criterion.kind(), criterion.needed(), criterion.found(), criterion.met());
    }
}
