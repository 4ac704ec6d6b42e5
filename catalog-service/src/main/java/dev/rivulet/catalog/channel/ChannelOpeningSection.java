package dev.rivulet.catalog.channel;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.channel.domain.Criterion;
import dev.rivulet.catalog.channel.domain.CriterionKind;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When partners could sell which product, in an export. An import neither opens nor closes what stands. */
@Singleton
class ChannelOpeningSection extends Section<ChannelOpeningSection.Row> {

    private final ChannelOpeningRepository repository;
    private final ChannelGate gate;
    private final Portfolio portfolio;

    ChannelOpeningSection(ChannelOpeningRepository repository, ChannelGate gate, Portfolio portfolio) {
        super("channel-opening", 940, Row.class);
        this.repository = repository;
        this.gate = gate;
        this.portfolio = portfolio;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID productId,

            @NotNull @Size(max = 20, message = "{list-too-long}")
            List<@NotNull @Valid Counted> criteria,

            @Nullable @Size(max = 1_000, message = "{text-too-long}")
            String waiver,

            @NotBlank String openedBy,
            @NotNull Instant openedAt,
            @Nullable @Valid Closing closing) {

        static Row of(ChannelOpening opening) {
            return new Row(
                    opening.id,
                    opening.productId,
                    opening.criteria.stream().map(Counted::of).toList(),
                    opening.waiver,
                    opening.openedBy,
                    opening.openedAt,
                    Closing.of(opening));
        }
    }

    /** What was needed and found on the day of the decision. */
    record Counted(@NotNull CriterionKind kind, long needed, long found) {

        static Counted of(Criterion criterion) {
            return new Counted(criterion.kind(), criterion.needed(), criterion.found());
        }

        Criterion criterion() {
            return new Criterion(kind, needed, found);
        }
    }

    /** The end of it. */
    record Closing(
            @NotBlank String closedBy,
            @NotNull Instant closedAt,

            @NotBlank @Size(max = 1_000, message = "{text-too-long}")
            String reason) {

        static @Nullable Closing of(ChannelOpening opening) {
            return opening.closedAt == null
                    ? null
                    : new Closing(
                            Objects.requireNonNull(opening.closedBy),
                            opening.closedAt,
                            Objects.requireNonNull(opening.closeReason));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
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
            requireSame(standing, row, "");
        }
        if (!portfolio.has(row.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", row.productId());
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        if (row.closing() == null && repository.open(row.productId()).isPresent()) {
            throw Rejected.conflict("channel-open", row.productId());
        }
        var opening = new ChannelOpening();
        opening.productId = row.productId();
        opening.criteria = row.criteria().stream().map(Counted::criterion).toList();
        opening.waiver = row.waiver();
        opening.openedBy = row.openedBy();
        opening.openedAt = row.openedAt();
        if (row.closing() != null) {
            opening.closedBy = row.closing().closedBy();
            opening.closedAt = row.closing().closedAt();
            opening.closeReason = row.closing().reason();
        }
        adopt(repository.getEntityManager(), "channel_opening", opening, row.id());
        gate.announced(repository.findById(row.id()));
    }
}
