package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is signed.
 *
 * @param startDate first day, in the account's zone; today there if absent
 */
@Schema(name = "SubscriptionRequest", examples = """
        {"accountId": "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03", "planId": "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01",
         "propositionId": "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02", "seats": 25, "startDate": "2026-04-15",
         "anchor": {"rule": "BILLING_DAY", "day": 15}}""")
public record SubscriptionRequest(
        @NotNull @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @NotNull @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01", description = "A published plan")
        UUID planId,

        @NotNull
        @Schema(
                examples = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02",
                description = "An approved proposition of the plan's product")
        UUID propositionId,

        @NotNull
        @Min(value = 1, message = "{seats-range}")
        @Max(value = 100_000, message = "{seats-range}")
        @Schema(examples = "25")
        Integer seats,

        @Nullable
        @Schema(
                examples = "2026-01-15",
                description =
                        "First day, in the account's zone: up to 36 months ago or 12 months ahead; today if absent")
        LocalDate startDate,

        @Nullable @Valid @Schema(description = "Where periods begin; with the first charged day if absent")
        AnchorRequest anchor,

        @Nullable
        @Schema(
                examples = "0197a3f2-0a4f-7b11-8e85-9c4c3f9e0d04",
                description = "Of an add-on: the subscription it is bought in addition to, whose periods it shares")
        UUID baseSubscriptionId,

        @Nullable
        @Schema(examples = "DIRECT", description = "Which prices hold; PARTNER with a partner's tier, else DIRECT")
        Channel channel,

        @Nullable
        @Size(max = 60, message = "{text-too-long}")
        @Schema(examples = "gold", description = "Of the partner that sells")
        String partnerTier,

        @Nullable
        @Size(max = 100, message = "{list-too-long}")
        @Schema(
                description = "Negotiated, by component (`base` is the plan's own price), in place of what a component"
                        + " costs flat or by the unit; newer versions of the plan leave them alone")
        Map<String, @NotNull Money> prices,

        @Nullable
        @Schema(
                examples = "true",
                description = "Whether days before the first whole period, as of an add-on that is bought within one of"
                        + " its base, are charged by their part; true if absent. false: it is served from its first day on"
                        + " and charged from the first whole period on. Usage is charged by its days all the same")
        Boolean prorate) {

    /** At what the plan costs. */
    public SubscriptionRequest(
            UUID accountId,
            UUID planId,
            UUID propositionId,
            Integer seats,
            @Nullable LocalDate startDate,
            @Nullable AnchorRequest anchor,
            @Nullable UUID baseSubscriptionId,
            @Nullable Channel channel,
            @Nullable String partnerTier) {
        this(
                accountId,
                planId,
                propositionId,
                seats,
                startDate,
                anchor,
                baseSubscriptionId,
                channel,
                partnerTier,
                null,
                null);
    }
}
