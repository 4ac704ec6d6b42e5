package dev.rivulet.catalog.release;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Releases in an export. One that was announced is not announced again: those who asked for it know. */
@Singleton
class ReleaseSection extends Section<ReleaseSection.Row> {

    private final ReleaseRepository releases;
    private final Releasing releasing;
    private final Portfolio portfolio;

    ReleaseSection(ReleaseRepository releases, Releasing releasing, Portfolio portfolio) {
        super("release", 550, Row.class);
        this.releases = releases;
        this.releasing = releasing;
        this.portfolio = portfolio;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull ReleaseStatus status,
            @Nullable Instant announcedAt,

            @Size(max = 200, message = "{text-too-long}") @Nullable
            String announcedBy,

            @NotNull @Valid ReleaseRequest content) {

        static Row of(Release release) {
            return new Row(
                    release.id,
                    release.createdAt,
                    release.status,
                    release.announcedAt,
                    release.announcedBy,
                    ReleaseRequest.of(release));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return releases.after(last == null ? new UUID(0, 0) : last.id(), count, null, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return releases.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        var announced = row.status() == ReleaseStatus.ANNOUNCED;
        require(announced == (row.announcedAt() != null), "/announcedAt", row.announcedAt());
        require(announced == (row.announcedBy() != null), "/announcedBy", row.announcedBy());
        if (standing != null) {
            requireDraftOfTheSame(standing, row);
        }
        if (!portfolio.has(content.productId())) {
            throw Rejected.unprocessable("product-unknown", "/content/productId", content.productId());
        }
        var release = standing == null ? new Release() : releases.findById(row.id());
        release.productId = content.productId();
        releasing.write(release, content.text(), "/content");
        if (standing == null) {
            release.status = row.status();
            release.createdAt = row.createdAt();
            release.announcedAt = row.announcedAt();
            release.announcedBy = row.announcedBy();
            adopt(releases.getEntityManager(), "release", release, row.id());
            release = releases.findById(row.id());
        }
        releasing.indexed(release);
    }

    private static void requireDraftOfTheSame(Row standing, Row row) {
        requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        requireSame(standing.status(), row.status(), "/status");
        requireSame(standing.content().productId(), row.content().productId(), "/content/productId");
        if (!standing.status().isEditable()) {
            throw Rejected.conflict("release-announced", row.id());
        }
    }
}
