package dev.rivulet.success.profile;

import dev.rivulet.success.customer.SubscriptionView;
import dev.rivulet.success.score.ScoreView;
import dev.rivulet.success.value.PromiseView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything known of a customer. */
@Schema(name = "Customer")
public record CustomerView(
        UUID id,

        @Schema(
                nullable = true,
                examples = "Acme Learning",
                description = "Null until the account itself has been heard of")
        @Nullable
        String name,

        @Schema(
                nullable = true,
                examples = "Europe/Berlin",
                description = "IANA zone of the customer's dates; UTC while null")
        @Nullable
        String zone,

        @Schema(nullable = true, examples = "EUR") @Nullable String currency,
        List<SubscriptionView> subscriptions,

        @Schema(examples = "25", description = "Of the subscriptions that run today")
        int seats,

        List<PromiseView> promises,
        @Schema(nullable = true) @Nullable ScoreView score) {}
