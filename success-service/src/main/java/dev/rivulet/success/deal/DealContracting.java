package dev.rivulet.success.deal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announced inside the service, once, in the transaction that learns of it: signature and payment are near, and a
 * success manager joins.
 *
 * @param customer the account, or the prospect under the deal's id
 * @param since business time
 */
public record DealContracting(
        UUID deal,
        UUID customer,
        UUID product,
        UUID segment,
        @Nullable UUID partner,
        int seats,
        Instant since) {}
