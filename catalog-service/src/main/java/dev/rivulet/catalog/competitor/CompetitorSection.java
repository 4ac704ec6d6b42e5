package dev.rivulet.catalog.competitor;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Competitors and alternatives in an export. */
@Singleton
class CompetitorSection extends Section<CompetitorSection.Row> {

    private final CompetitorRepository competitors;
    private final Rivals rivals;

    CompetitorSection(CompetitorRepository competitors, Rivals rivals) {
        super("competitor", 300, Row.class);
        this.competitors = competitors;
        this.rivals = rivals;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull @Valid CompetitorRequest content) {

        static Row of(Competitor competitor) {
            return new Row(competitor.id, competitor.createdAt, CompetitorRequest.of(competitor));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return competitors.after(last == null ? new UUID(0, 0) : last.id(), count, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return competitors.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        var name = row.content().name();
        if (competitors.count("name = ?1 and id <> ?2", name, row.id()) > 0) {
            throw Rejected.conflict("name-taken", name);
        }
        var competitor = standing == null ? new Competitor() : competitors.findById(row.id());
        Rivals.describe(competitor, row.content());
        if (standing == null) {
            competitor.createdAt = row.createdAt();
            adopt(competitors.getEntityManager(), "competitor", competitor, row.id());
            competitor = competitors.findById(row.id());
        }
        rivals.announced(competitor);
    }
}
