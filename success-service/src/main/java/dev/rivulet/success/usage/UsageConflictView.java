package dev.rivulet.success.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A usage event that contradicts one counted before. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UsageConflict")
public record UsageConflictView(
        @Schema(examples = "0199b3f7-4b70-7c11-9f15-0d8f6a1e2b07")
        UUID id,

        @Schema(examples = "/acme/learning-portal") String source,
        @Schema(examples = "evt-2025-03-01-000017") String eventId,

        @Schema(description = "What was said later, and does not count")
        Said refused,

        @Schema(description = "What was said first and counts; absent once it is past its keeping") @Nullable
        Said counted,

        @Schema(examples = "2025-03-01T09:31:07Z") Instant noticedAt) {

    /** What an event said. */
    @Schema(name = "UsageSaid")
    public record Said(
            @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
            UUID accountId,

            @Schema(examples = "user-4711") String userId,
            @Schema(examples = "lesson-completed") String metric,
            @Schema(examples = "soft-skills") String feature,

            @Schema(examples = "2", description = "Decimal text")
            String quantity,

            @Schema(examples = "2025-03-01T09:30:00Z") Instant occurredAt) {

        private static @Nullable Said at(ResultSet row, String columns) throws SQLException {
            var quantity = row.getBigDecimal(columns + "quantity");
            return quantity == null
                    ? null
                    : new Said(
                            row.getObject(columns + "account_id", UUID.class),
                            row.getString(columns + "user_id"),
                            row.getString(columns + "metric"),
                            row.getString(columns + "feature"),
                            UsageSum.text(quantity),
                            row.getTimestamp(columns + "occurred_at").toInstant());
        }
    }

    static UsageConflictView of(ResultSet row) throws SQLException {
        var refused = Said.at(row, "");
        if (refused == null) {
            throw new IllegalStateException("a conflict without its quantity");
        }
        return new UsageConflictView(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("event_id"),
                refused,
                Said.at(row, "counted_"),
                row.getTimestamp("noticed_at").toInstant());
    }
}
