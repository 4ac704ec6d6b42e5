package dev.rivulet.catalog.playbook;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Playbooks in an export, a row for each version. What is published never changes, by import neither. */
@Singleton
class PlaybookSection extends Section<PlaybookSection.Row> {

    private final PlaybookRepository repository;
    private final Playbooks playbooks;
    private final Portfolio portfolio;
    private final Segmentation segmentation;

    PlaybookSection(
            PlaybookRepository repository, Playbooks playbooks, Portfolio portfolio, Segmentation segmentation) {
        super("playbook", 800, Row.class);
        this.repository = repository;
        this.playbooks = playbooks;
        this.portfolio = portfolio;
        this.segmentation = segmentation;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull PlaybookStatus status,

            @Min(value = 1, message = "{value-out-of-range}")
            int playbookVersion,

            @Nullable Instant publishedAt,
            @Nullable Instant supersededAt,
            @NotNull @Valid PlaybookRequest content) {

        static Row of(Playbook playbook) {
            return new Row(
                    playbook.id,
                    playbook.createdAt,
                    playbook.status,
                    playbook.playbookVersion,
                    playbook.publishedAt,
                    playbook.supersededAt,
                    new PlaybookRequest(
                            playbook.productId,
                            playbook.segmentId,
                            playbook.title,
                            playbook.steps,
                            playbook.objections));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count, null, null, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing == null) {
            requireWhole(row);
        } else {
            requireDraftOfTheSame(standing, row);
        }
        var playbook = standing == null ? new Playbook() : repository.findById(row.id());
        Playbooks.word(playbook, row.content().text());
        if (standing == null) {
            playbook.productId = row.content().productId();
            playbook.segmentId = row.content().segmentId();
            playbook.playbookVersion = row.playbookVersion();
            playbook.status = row.status();
            playbook.createdAt = row.createdAt();
            playbook.publishedAt = row.publishedAt();
            playbook.supersededAt = row.supersededAt();
            requirePlace(playbook);
            adopt(repository.getEntityManager(), "playbook", playbook, row.id());
            playbook = repository.findById(row.id());
        }
        playbooks.announced(playbook);
    }

    private void requireWhole(Row row) {
        var content = row.content();
        if (!portfolio.has(content.productId())) {
            throw Rejected.unprocessable("product-unknown", "/content/productId", content.productId());
        }
        if (content.segmentId() != null && !segmentation.has(content.segmentId())) {
            throw Rejected.unprocessable("segment-unknown", "/content/segmentId", content.segmentId());
        }
        var draft = row.status() == PlaybookStatus.DRAFT;
        require(draft == (row.publishedAt() == null), "/publishedAt", row.publishedAt());
        require(
                (row.status() == PlaybookStatus.SUPERSEDED) == (row.supersededAt() != null),
                "/supersededAt",
                row.supersededAt());
        if (!draft && content.steps().isEmpty()) {
            throw Rejected.unprocessable("playbook-incomplete", "/content/steps");
        }
        if (!draft && content.objections().isEmpty()) {
            throw Rejected.unprocessable("playbook-incomplete", "/content/objections");
        }
    }

    /** Asked before the database refuses it, which would take the rows around this one along. */
    private void requirePlace(Playbook playbook) {
        for (var other : repository.versions(playbook, new UUID(0, 0), Integer.MAX_VALUE)) {
            if (other.playbookVersion == playbook.playbookVersion) {
                throw Rejected.conflict("playbook-exists", playbook.productId);
            }
            if (other.status == playbook.status && playbook.status != PlaybookStatus.SUPERSEDED) {
                throw playbook.status == PlaybookStatus.DRAFT
                        ? Rejected.conflict("playbook-draft-exists", other.id)
                        : Rejected.conflict("playbook-exists", playbook.productId);
            }
        }
    }

    private static void requireDraftOfTheSame(Row standing, Row row) {
        requireSame(standing.status(), row.status(), "/status");
        requireSame(standing.playbookVersion(), row.playbookVersion(), "/playbookVersion");
        requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        requireSame(standing.publishedAt(), row.publishedAt(), "/publishedAt");
        requireSame(standing.supersededAt(), row.supersededAt(), "/supersededAt");
        requireSame(standing.content().productId(), row.content().productId(), "/content/productId");
        requireSame(standing.content().segmentId(), row.content().segmentId(), "/content/segmentId");
        if (standing.status() != PlaybookStatus.DRAFT) {
            throw Rejected.conflict("playbook-published", row.id());
        }
    }
}
