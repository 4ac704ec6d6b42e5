package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.catalog.plan.domain.VersionStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan in an export, with all its versions from the first on. */
record PlanRow(
        @NotNull UUID id,
        @NotNull UUID productId,

        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}") @Nullable
        String key,

        @Nullable UUID addOnOf,
        @NotNull Instant createdAt,
        @NotNull PlanStatus status,
        @NotEmpty List<@NotNull @Valid Version> versions) {

    record Version(
            int number,
            @NotNull VersionStatus status,
            @NotNull Instant createdAt,
            @Nullable Instant publishedAt,
            @Valid @Nullable Rollout rollout,
            @NotNull @Valid Terms terms) {

        static Version of(PlanVersion version) {
            return new Version(
                    version.number,
                    version.status,
                    version.createdAt,
                    version.publishedAt,
                    version.rollout,
                    version.terms);
        }

        Version saying(Terms other) {
            return new Version(number, status, createdAt, publishedAt, rollout, other);
        }
    }

    static PlanRow of(Plan plan, List<PlanVersion> versions) {
        return new PlanRow(
                plan.id,
                plan.productId,
                plan.key,
                plan.addOnOf,
                plan.createdAt,
                plan.status,
                versions.stream().map(Version::of).toList());
    }

    /** The version that counts: the published one, or the first while it is a draft. */
    Version counting() {
        return versions.stream()
                .filter(version -> version.status == VersionStatus.PUBLISHED)
                .findFirst()
                .orElseGet(versions::getFirst);
    }

    /** The number of the version being worked on. */
    @Nullable
    Integer drafted() {
        var last = versions.getLast();
        return last.status == VersionStatus.DRAFT ? last.number : null;
    }

    /** What the version at a place must be: those before the published one superseded, only one behind it a draft. */
    VersionStatus expectedAt(int place) {
        var published = status == PlanStatus.DRAFT ? -1 : versions.indexOf(counting());
        return place < published
                ? VersionStatus.SUPERSEDED
                : place == published ? VersionStatus.PUBLISHED : VersionStatus.DRAFT;
    }
}
