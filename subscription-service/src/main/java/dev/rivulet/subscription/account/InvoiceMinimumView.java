package dev.rivulet.subscription.account;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import dev.rivulet.subscription.account.domain.MinimumPolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The least worth collecting by a method, in the currency of the amount. */
@Schema(name = "InvoiceMinimum")
public record InvoiceMinimumView(
        CollectionMethod method,
        Money amount,
        @Schema(examples = "90") int ageCapDays,
        MinimumPolicy policy) {}
