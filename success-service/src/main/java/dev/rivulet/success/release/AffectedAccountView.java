package dev.rivulet.success.release;

import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer that a release concerns. */
@Schema(name = "AffectedAccount")
public record AffectedAccountView(
        UUID accountId,

        @Schema(nullable = true, examples = "Acme Learning") @Nullable
        String name,

        @Schema(description = "Its subscription of the product ran on the day, local to it, of the announcement")
        boolean subscribed,

        @Schema(description = "It asked for what came out") boolean asked,

        @Schema(nullable = true, description = "Monthly recurring revenue as known now; null without any") @Nullable
        Money mrr,

        @Schema(
                nullable = true,
                examples = "mila.horn@acme.example",
                description = "Who told it that what it asked for is there")
        @Nullable
        String toldBy,

        @Schema(nullable = true, examples = "2026-03-02T10:15:00Z") @Nullable
        Instant toldAt) {}
