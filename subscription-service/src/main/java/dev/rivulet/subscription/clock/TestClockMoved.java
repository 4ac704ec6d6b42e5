package dev.rivulet.subscription.clock;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a move of the test clock brought about.
 *
 * @param invoices how many the tenant's last invoice number rose by, whoever issued them
 * @param failed how many subscriptions could not be billed; they are tried again by themselves
 */
@Schema(name = "TestClockMoved")
public record TestClockMoved(
        @Schema(examples = "2025-12-01T00:00:00Z") Instant now,
        @Schema(examples = "12") long invoices,
        @Schema(examples = "0") long failed) {}
