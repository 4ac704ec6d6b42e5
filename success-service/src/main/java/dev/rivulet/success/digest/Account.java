package dev.rivulet.success.digest;

import dev.rivulet.kit.money.Money;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer in a digest. */
@Schema(name = "DigestAccount")
public record Account(
        UUID id,

        @Schema(nullable = true, examples = "Acme Learning") @Nullable
        String name,

        @Schema(nullable = true, description = "Monthly recurring revenue when the digest was made; null without any")
        @Nullable
        Money mrr) {}
