package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which activity the sale of a product is, for one seller. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ActivityAssignment")
record AssignmentView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this assignment with")
        long version,

        UUID sellerId,
        UUID productId,
        @Schema(examples = "47.91.2") String code,
        List<ChannelCode> channelCodes,
        @Schema(examples = "medicines") @Nullable String goods,
        List<ServiceLine> serviceLines,
        Instant createdAt) {

    static AssignmentView of(Assignment assignment) {
        return new AssignmentView(
                assignment.id,
                assignment.version,
                assignment.sellerId,
                assignment.productId,
                assignment.code,
                assignment.channelCodes,
                assignment.goods,
                assignment.serviceLines,
                assignment.createdAt);
    }
}
