package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assignments of activities in an export. */
@Singleton
class AssignmentSection extends Section<AssignmentSection.Row> {

    private final AssignmentRepository repository;
    private final Assigning assigning;

    AssignmentSection(AssignmentRepository repository, Assigning assigning) {
        super("activity-assignment", 1_030, Row.class);
        this.repository = repository;
        this.assigning = assigning;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid AssignmentRequest content) {

        static Row of(Assignment assignment) {
            return new Row(assignment.id, assignment.createdAt, AssignmentRequest.of(assignment));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count, null, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.content().sellerId(), row.content().sellerId(), "/content/sellerId");
            requireSame(standing.content().productId(), row.content().productId(), "/content/productId");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        var content = row.content();
        if (standing == null
                && repository.of(content.sellerId(), content.productId()).isPresent()) {
            throw Rejected.conflict("activity-assigned", content.productId(), content.sellerId());
        }
        var assignment = standing == null ? new Assignment() : repository.findById(row.id());
        assigning.fill(assignment, row.content(), "/content");
        if (standing == null) {
            assignment.createdAt = row.createdAt();
            adopt(repository.getEntityManager(), "activity_assignment", assignment, row.id());
            assignment = repository.findById(row.id());
        }
        assigning.announced(assignment);
    }
}
