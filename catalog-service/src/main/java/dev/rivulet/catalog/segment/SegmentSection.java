package dev.rivulet.catalog.segment;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.sql.Sql;
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
    private final Sql sql;

    SegmentSection(SegmentRepository segments, Segmentation segmentation, Sql sql) {
        super("segment", 100, Row.class);
        this.segments = segments;
        this.segmentation = segmentation;
        this.sql = sql;
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
            segments.persistAndFlush(segment);
            // Hibernate makes ids itself; the row's own takes its place before anything refers to it.
            sql.update(
                    "UPDATE segment SET id = ? WHERE tenant_id = ? AND id = ?", row.id(), segment.tenant, segment.id);
            segments.getEntityManager().detach(segment);
            segment = segments.findById(row.id());
        } else {
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        }
        segmentation.published(segment);
    }
}
