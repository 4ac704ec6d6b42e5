package dev.rivulet.success.feedback;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer says of a product. */
@Schema(name = "Feedback")
public record FeedbackView(
        UUID id,

        @Schema(examples = "0", description = "Quoted, it is the ETag to change this with")
        long version,

        UUID accountId,
        FeedbackKind kind,

        @Schema(examples = "Certificates with our logo, please")
        String text,

        UUID productId,

        @Schema(nullable = true, examples = "certificates") @Nullable
        String feature,

        @Schema(nullable = true) @Nullable UUID contactId,

        @Schema(
                nullable = true,
                description =
                        "The customer's monthly recurring revenue when it was recorded; null while its currency is"
                                + " unknown")
        @Nullable
        Money mrr,

        @Schema(examples = "2025-03-01T09:30:00Z") Instant givenAt,
        @Schema(examples = "mila.horn@acme.example") String recordedBy,

        @Schema(
                nullable = true,
                examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f79",
                description = "The request that it is merged into")
        @Nullable
        UUID requestId) {

    static FeedbackView of(Feedback feedback) {
        return new FeedbackView(
                feedback.id,
                feedback.version,
                feedback.accountId,
                feedback.kind,
                feedback.text,
                feedback.productId,
                feedback.feature,
                feedback.contactId,
                feedback.mrrCurrency == null
                        ? null
                        : new Money(feedback.mrrMinor, Currency.getInstance(feedback.mrrCurrency)),
                feedback.givenAt,
                feedback.recordedBy,
                feedback.requestId);
    }
}
