package dev.rivulet.success.request;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.request.domain.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that customers ask for, with what depends on it. */
@Schema(name = "ProductRequest")
public record RequestView(
        UUID id,

        @Schema(examples = "0", description = "Quoted, it is the ETag to change this with")
        long version,

        @Schema(examples = "Certificates with the customer's logo")
        String title,

        @Schema(nullable = true, examples = "For what employees hang on the wall") @Nullable
        String description,

        UUID productId,

        @Schema(nullable = true, examples = "certificates") @Nullable
        String feature,

        RequestStatus status,

        @Schema(nullable = true, examples = "In the spring edition") @Nullable
        String reason,

        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f7a",
                description = "The request that stands for this one")
        @Nullable
        UUID mergedInto,

        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f7b",
                description = "What it came out with")
        @Nullable
        UUID releaseId,

        @Schema(examples = "3", description = "Customers that ask for it, each once however often it asked")
        long accounts,

        @Schema(examples = "5", description = "Their words that are merged into it")
        long items,

        @Schema(
                description = "The monthly recurring revenue of these customers as known now, by currency; a customer"
                        + " without any adds nothing")
        List<Money> mrr,

        @Schema(examples = "1", description = "Merges into it that stand")
        int merges,

        @Schema(examples = "mila.horn@acme.example") String createdBy,
        @Schema(examples = "2026-03-01T09:30:00Z") Instant createdAt,

        @Schema(
                nullable = true,
                examples = "2026-03-02T10:00:00Z",
                description = "When it last came to stand where it does")
        @Nullable
        Instant movedAt) {

    static RequestView of(ProductRequest request, Askers.Figures figures) {
        return new RequestView(
                request.id,
                request.version,
                request.title,
                request.description,
                request.productId,
                request.feature,
                request.status,
                request.reason,
                request.mergedInto,
                request.releaseId,
                figures.accounts(),
                figures.items(),
                figures.mrr(),
                request.merges,
                request.createdBy,
                request.createdAt,
                request.movedAt);
    }
}
