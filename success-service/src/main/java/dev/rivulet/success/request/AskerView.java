package dev.rivulet.success.request;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer that asks for something. */
@Schema(name = "RequestAsker")
public record AskerView(
        UUID accountId,

        @Schema(nullable = true, examples = "Acme Learning") @Nullable
        String name,

        @Schema(examples = "2", description = "How often it asked")
        int items,

        @Schema(examples = "2026-03-01T09:30:00Z") Instant firstAskedAt,

        @Schema(nullable = true, description = "Monthly recurring revenue as known now; null without any") @Nullable
        Money mrr) {

    AskerView named(@Nullable String known) {
        return new AskerView(accountId, known, items, firstAskedAt, mrr);
    }
}
