package dev.rivulet.subscription.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a collection came to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Collection")
public record CollectionView(
        @Schema(description = "What the customer's balance paid first")
        Money fromBalance,

        @Nullable @Schema(description = "The attempt at the rest; absent when nothing was left to collect")
        PaymentView payment) {}
