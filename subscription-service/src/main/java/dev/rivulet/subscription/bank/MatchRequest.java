package dev.rivulet.subscription.bank;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose money it is. */
@Schema(name = "BankEntryMatchRequest", examples = """
        {"accountId": "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03",
         "invoiceIds": ["0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04"]}""")
public record MatchRequest(
        @NotNull @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Nullable
        @Size(max = 100, message = "{list-too-long}")
        @Schema(description = "Which invoices it pays first, in this order; then the oldest due")
        List<@NotNull UUID> invoiceIds) {}
