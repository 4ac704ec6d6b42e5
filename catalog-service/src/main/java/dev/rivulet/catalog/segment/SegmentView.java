package dev.rivulet.catalog.segment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment. */
@Schema(name = "Segment")
record SegmentView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this segment with")
        long version,

        @Schema(examples = "HR heads who lose trained people")
        String name,

        @Schema(examples = "HR_HEAD") String function,

        @Schema(examples = "We train people for months and see no change")
        String problem,

        CompanySize companySize,
        @Schema(examples = "[\"retail\"]") List<String> industries,
        Instant createdAt) {

    static SegmentView of(Segment segment) {
        return new SegmentView(
                segment.id,
                segment.version,
                segment.name,
                segment.function,
                segment.problem,
                segment.companySize,
                segment.industries,
                segment.createdAt);
    }
}
