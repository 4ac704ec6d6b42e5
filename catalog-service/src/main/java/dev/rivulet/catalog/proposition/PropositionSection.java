package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.proposition.PropositionRepository.Arena;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Value propositions in an export, each version a row; the evidence and the deals are not, because they come back by
 * event. What was approved is not looked at by the linter again: its rules may have changed since.
 */
@Singleton
class PropositionSection extends Section<PropositionSection.Row> {

    private static final PropositionRepository.Filter ALL = new PropositionRepository.Filter(null, null, null, null);

    private final PropositionRepository propositions;
    private final Promising promising;
    private final PropositionNews news;

    PropositionSection(PropositionRepository propositions, Promising promising, PropositionNews news) {
        super("value-proposition", 400, Row.class);
        this.propositions = propositions;
        this.promising = promising;
        this.news = news;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID lineId,
            @Min(1) int propositionVersion,
            @NotNull Instant createdAt,
            @NotNull PropositionStatus status,
            @Nullable Role role,

            @NotNull @Min(value = 0, message = "{weight-range}") @Max(value = 1_000, message = "{weight-range}")
            Integer weight,

            @Size(max = 1_000, message = "{text-too-long}") @Nullable
            String returnReason,

            @Nullable Instant approvedAt,
            @NotNull @Valid PropositionRequest content) {

        static Row of(Proposition proposition) {
            return new Row(
                    proposition.id,
                    proposition.lineId,
                    proposition.propositionVersion,
                    proposition.createdAt,
                    proposition.status,
                    proposition.role,
                    proposition.weight,
                    proposition.returnReason,
                    proposition.approvedAt,
                    PropositionRequest.of(proposition));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return propositions.after(last == null ? new UUID(0, 0) : last.id(), count, ALL).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return propositions.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var locale = given(row.content().locale(), "/content/locale");
        var approved = row.status() == PropositionStatus.APPROVED;
        var wasApproved = approved || row.status() == PropositionStatus.SUPERSEDED;
        require(wasApproved == (row.approvedAt() != null), "/approvedAt", row.approvedAt());
        require(approved == (row.role() != null), "/role", row.role());
        var proposition = standing == null ? new Proposition() : propositions.findById(row.id());
        if (standing == null) {
            requirePlace(row, locale);
            promising.word(proposition, row.content(), "/content");
            proposition.lineId = row.lineId();
            proposition.propositionVersion = row.propositionVersion();
            proposition.createdAt = row.createdAt();
            proposition.status = row.status();
            proposition.role = row.role();
            proposition.weight = row.weight();
            proposition.returnReason = row.returnReason();
            proposition.approvedAt = row.approvedAt();
            adopt(propositions.getEntityManager(), "value_proposition", proposition, row.id());
            proposition = propositions.findById(row.id());
        } else {
            requireUnmoved(standing, row);
            if (!standing.content().equals(row.content())) {
                requireDraft(standing);
                requireSamePlace(proposition, row);
                promising.word(proposition, row.content(), "/content");
            }
            proposition.weight = row.weight();
        }
        news.announced(proposition);
    }

    /** Asked before the database refuses it, which would take the rows around this one along. */
    private void requirePlace(Row row, String locale) {
        for (var other : propositions.versions(row.lineId())) {
            if (other.propositionVersion == row.propositionVersion()) {
                throw Rejected.conflict("version-drafted", other.propositionVersion);
            }
            if (row.status() == PropositionStatus.APPROVED && other.status == PropositionStatus.APPROVED) {
                throw Rejected.conflict("version-approved", other.propositionVersion);
            }
            Promising.refuseMove(other, row.content(), "/content");
        }
        if (row.role() == Role.CHAMPION) {
            var arena = new Arena(row.content().productId(), row.content().segmentId(), locale);
            propositions.champion(arena).ifPresent(champion -> {
                throw Rejected.conflict("already-champion", champion.id);
            });
        }
    }

    private void requireSamePlace(Proposition proposition, Row row) {
        if (propositions.versions(row.lineId()).size() > 1) {
            Promising.refuseMove(proposition, row.content(), "/content");
        }
    }

    private static void requireUnmoved(Row standing, Row row) {
        requireSame(standing.lineId(), row.lineId(), "/lineId");
        requireSame(standing.propositionVersion(), row.propositionVersion(), "/propositionVersion");
        requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        requireSame(standing.status(), row.status(), "/status");
        requireSame(standing.role(), row.role(), "/role");
        requireSame(standing.returnReason(), row.returnReason(), "/returnReason");
        requireSame(standing.approvedAt(), row.approvedAt(), "/approvedAt");
    }

    private static void requireDraft(Row standing) {
        if (standing.status() == PropositionStatus.REVIEW) {
            throw Rejected.conflict("proposition-in-review", standing.id());
        }
        if (standing.status() != PropositionStatus.DRAFT) {
            throw Rejected.conflict("proposition-approved", standing.id());
        }
    }
}
