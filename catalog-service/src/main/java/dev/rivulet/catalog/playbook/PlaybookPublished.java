package dev.rivulet.catalog.playbook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announced inside the service, in the transaction that publishes a version.
 *
 * @param superseded the version that was published until then
 */
public record PlaybookPublished(
        PublishedPlaybook playbook, @Nullable UUID superseded) {}
