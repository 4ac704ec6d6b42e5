package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which steps partners took, in an export; they are history and never change. */
@Singleton
class PartnerMoveSection extends Section<PartnerMoveSection.Row> {

    private final PartnerMoveRepository repository;
    private final PartnerRepository partners;

    PartnerMoveSection(PartnerMoveRepository repository, PartnerRepository partners) {
        super("partner-move", 905, Row.class);
        this.repository = repository;
        this.partners = partners;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID partnerId,
            @NotNull PartnerStatus from,
            @NotNull PartnerStatus to,

            @Nullable @Size(max = 1_000, message = "{text-too-long}")
            String reason,

            @NotBlank String movedBy,
            @NotNull Instant movedAt) {

        static Row of(PartnerMove move) {
            return new Row(move.id, move.partnerId, move.from, move.to, move.reason, move.movedBy, move.movedAt);
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
        if (partners.findByIdOptional(row.partnerId()).isEmpty()) {
            throw Rejected.unprocessable("partner-unknown", "/partnerId", row.partnerId());
        }
        require(row.from().mayBecome(row.to()), "/to", row.to());
        var move = new PartnerMove();
        move.partnerId = row.partnerId();
        move.from = row.from();
        move.to = row.to();
        move.reason = row.reason();
        move.movedBy = row.movedBy();
        move.movedAt = row.movedAt();
        adopt(repository.getEntityManager(), "partner_move", move, row.id());
    }
}
