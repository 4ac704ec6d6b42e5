package dev.rivulet.catalog.segment;

import dev.rivulet.catalog.bulk.Section;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Segments in an export. */
@Singleton
class SegmentSection extends Section<SegmentSection.Row> {

    private final SegmentRepository segments;
    private final Segmentation segmentation;

    SegmentSection(SegmentRepository segments, Segmentation segmentation) {
        super("segment", 100, Row.class);
        this.segments = segments;
        this.segmentation = segmentation;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid SegmentRequest content) {

        static Row of(Segment segment) {
            return new Row(segment.id, segment.createdAt, SegmentRequest.of(segment));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return segments.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return segments.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var segment = standing == null ? new Segment() : segments.findById(row.id());
        Segmentation.describe(segment, row.content(), "/content");
        if (standing == null) {
            segment.createdAt = row.createdAt();
            adopt(segments.getEntityManager(), "segment", segment, row.id());
            segment = segments.findById(row.id());
        } else {
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        }
        segmentation.published(segment);
    }
}
