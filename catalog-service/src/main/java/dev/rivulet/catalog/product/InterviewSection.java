package dev.rivulet.catalog.product;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Interviews in an export; what was said stays as it was recorded. The day is not compared with this tenant's clock. */
@Singleton
class InterviewSection extends Section<InterviewSection.Row> {

    private final InterviewRepository interviews;
    private final Portfolio portfolio;
    private final PastDays pastDays;

    InterviewSection(InterviewRepository interviews, Portfolio portfolio, PastDays pastDays) {
        super("interview", 220, Row.class);
        this.interviews = interviews;
        this.portfolio = portfolio;
        this.pastDays = pastDays;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID productId,

            @NotBlank @Size(max = 200, message = "{text-too-long}")
            String recordedBy,

            @NotNull Instant recordedAt,
            @NotNull @Valid InterviewRequest content) {

        static Row of(Interview interview) {
            return new Row(
                    interview.id,
                    interview.productId,
                    interview.recordedBy,
                    interview.recordedAt,
                    InterviewRequest.of(interview));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return interviews.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return interviews.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.productId(), row.productId(), "/productId");
            requireSame(standing.recordedBy(), row.recordedBy(), "/recordedBy");
            requireSame(standing.recordedAt(), row.recordedAt(), "/recordedAt");
            requireSame(standing.content(), row.content(), "/content");
        }
        if (!portfolio.has(row.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", row.productId());
        }
        var content = row.content();
        var interview = new Interview();
        interview.productId = row.productId();
        interview.interviewee = content.interviewee();
        interview.function = content.function();
        interview.pain = content.pain();
        interview.heldOn = pastDays.begun(content.heldOn(), "/content/heldOn");
        interview.recordedBy = row.recordedBy();
        interview.recordedAt = row.recordedAt();
        adopt(interviews.getEntityManager(), "product_interview", interview, row.id());
    }
}
