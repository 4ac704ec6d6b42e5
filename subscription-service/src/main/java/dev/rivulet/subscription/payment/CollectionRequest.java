package dev.rivulet.subscription.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money to be fetched from a customer.
 *
 * @param invoiceIds which invoices; all open ones if absent
 * @param methodId by which method; the preferred one if absent
 */
@Schema(name = "CollectionRequest", examples = """
        {"accountId": "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03"}""")
public record CollectionRequest(
        @NotNull @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Nullable
        @Size(max = 100, message = "{list-too-long}")
        @Schema(description = "Which invoices; all open ones if absent")
        List<@NotNull UUID> invoiceIds,

        @Nullable @Schema(description = "By which method; the preferred one if absent")
        UUID methodId) {}
