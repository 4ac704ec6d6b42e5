package dev.rivulet.subscription.imports;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.subscription.lifecycle.AnchorRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it runs elsewhere. Days are the account's.
 *
 * @param account the external id of whose it is
 * @param planId or {@code planKey}: what is subscribed to
 * @param planVersion the version it has; the present one when left out
 * @param propositionId what it was promised; the only approved one of the plan's product when left out
 * @param base of an add-on: the external id of the subscription it is bought in addition to
 * @param startDate the original first day
 * @param anchor where periods begin; with the first charged day when left out
 * @param chargedThrough the first day that was not charged yet; that after the trial when left out
 * @param trialEnd the first day after its trial
 * @param endDate the first day not covered any more
 * @param prices negotiated, by component, for what the component's own price is for
 */
record SubscriptionRow(
        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String externalId,

        @NotBlank @Size(max = 200, message = "{text-too-long}")
        String account,

        @Nullable UUID planId,

        @Nullable @Size(max = 200, message = "{text-too-long}")
        String planKey,

        @Nullable @Min(value = 1, message = "{plan-version-range}")
        Integer planVersion,

        @Nullable UUID propositionId,

        @NotNull @Min(value = 1, message = "{seats-range}") @Max(value = 100_000, message = "{seats-range}")
        Integer seats,

        @Nullable @Size(max = 200, message = "{text-too-long}")
        String base,

        @Nullable Channel channel,

        @Nullable @Size(max = 60, message = "{text-too-long}")
        String partnerTier,

        @NotNull LocalDate startDate,
        @Nullable @Valid AnchorRequest anchor,
        @Nullable LocalDate chargedThrough,
        @Nullable LocalDate trialEnd,
        @Nullable LocalDate endDate,

        @Size(max = 100, message = "{list-too-long}") Map<String, @NotNull Money> prices)
        implements ImportRow {

    SubscriptionRow {
        // In one order, whatever the file's: the row is compared as text.
        prices = prices == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(prices));
    }

    @Override
    public String owner() {
        return account;
    }

    @Override
    public @Nullable String above() {
        return base;
    }
}
