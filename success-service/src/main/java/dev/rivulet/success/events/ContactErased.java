package dev.rivulet.success.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A person at a customer was erased here, and is to be erased wherever else they are known. Says nothing of the person
 * but the id.
 *
 * @param erasedAt business time
 */
public record ContactErased(UUID contactId, UUID accountId, Instant erasedAt) {}
