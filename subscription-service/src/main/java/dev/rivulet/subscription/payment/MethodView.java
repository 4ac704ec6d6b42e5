package dev.rivulet.subscription.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to pay; its token stays with us. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentMethodOfAccount")
public record MethodView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbf3d07")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        PaymentMethod type,
        @Nullable @Schema(examples = "Visa 4242") String label,

        @Schema(examples = "true", description = "Used when no other is named")
        boolean preferred,

        @Schema(examples = "true", description = "Collects invoices as they come")
        boolean automatic,

        @Schema(description = "The least it takes at once") Money minimum,
        @Schema(examples = "2026-01-15T09:30:00Z") Instant createdAt) {

    static MethodView of(Method method, Money minimum) {
        return new MethodView(
                method.id,
                method.version,
                method.accountId,
                method.type,
                method.label,
                method.preferred,
                method.automatic,
                minimum,
                method.createdAt);
    }
}
