package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be billed.
 *
 * @param attempts how often it was tried in vain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BillingIncident")
record IncidentView(
        @Schema(examples = "0197a3f5-1e4f-4b11-8e85-9c4c3f9e0d04")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03", description = "The account that pays")
        UUID payerId,

        @Nullable
        @Schema(
                examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04",
                description = "The subscription at fault; absent when it is the payer's invoice")
        UUID subscriptionId,

        @Schema(
                examples = "rating-failed",
                description = "rating-failed, too-many-lines, late-usage-failed, invoicing-failed or rollout-failed")
        String code,

        @Schema(examples = "Unknown time-zone ID: Europe/Atlantis")
        String diagnosis,

        @Schema(examples = "3") int attempts,
        @Schema(examples = "2026-02-15T00:00:05Z") Instant firstAt,
        @Schema(examples = "2026-02-15T00:03:35Z") Instant lastAt,

        @Nullable @Schema(examples = "2026-02-15T00:07:40Z", description = "When an attempt succeeded")
        Instant resolvedAt,

        @Nullable @Schema(examples = "12000", description = "Up to so many lines at once have been taken for right")
        Integer acceptedLines,

        @Nullable @Schema(examples = "billing@example.com", description = "Who took them for right")
        String acceptedBy) {

    static IncidentView read(ResultSet row) throws SQLException {
        var resolved = row.getTimestamp(9);
        return new IncidentView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getTimestamp(7).toInstant(),
                row.getTimestamp(8).toInstant(),
                resolved == null ? null : resolved.toInstant(),
                row.getObject(10, Integer.class),
                row.getString(11));
    }
}
