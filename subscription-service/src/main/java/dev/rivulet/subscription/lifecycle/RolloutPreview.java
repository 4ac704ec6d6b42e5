package dev.rivulet.subscription.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.billing.InvoiceView;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a rollout would bring about for a subscription. Nothing of it has happened; ids and numbers are those of the
 * rehearsal.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanRolloutPreview")
record RolloutPreview(
        @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID subscriptionId,

        @Nullable
        @Schema(
                examples = "2026-06-15",
                description = "The first day of the new version, in the account's zone; absent where the subscription"
                        + " keeps what it has, since it ends or has no older version to come from")
        LocalDate effectiveOn,

        @Nullable
        @Schema(
                description = "The first that charges the new version, as it would be issued, with whatever else is"
                        + " then due of its payer; absent where there is none within 13 months, as of one at rest")
        InvoiceView invoice,

        @Nullable
        @Schema(examples = "no-price", description = "Why it could not come to the version, as a problem's code")
        String refusal) {

    static RolloutPreview left(UUID subscription) {
        return new RolloutPreview(subscription, null, null, null);
    }

    static RolloutPreview refused(UUID subscription, String code) {
        return new RolloutPreview(subscription, null, null, code);
    }
}
