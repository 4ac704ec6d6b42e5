package dev.rivulet.subscription.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision on a subscription. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubscriptionChange")
public record SubscriptionChange(
        @Schema(examples = "0197a3f2-3e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        Kind kind,

        @Schema(examples = "2026-03-15", description = "First day it holds, in the account's zone")
        LocalDate effectiveOn,

        @Schema(examples = "2026-03-02T09:31:00Z") Instant decidedAt,

        @Schema(examples = "anna@rivulet.example", description = "The token's subject")
        String decidedBy,

        @Schema(examples = "25 to 30 seats") String summary,

        @Nullable @Schema(examples = "2026-03-05T10:00:00Z", description = "When it was undone")
        Instant undoneAt) {

    /** What was decided. */
    @Schema(name = "SubscriptionChangeKind")
    public enum Kind {
        PLAN,
        SEATS,
        PAUSE,
        RESUMPTION,
        CANCELLATION,
        REACTIVATION,
        BILLING_ANCHOR,
        TRIAL_EXTENSION,
        PRICE_VERSION,
        UNDO
    }

    static SubscriptionChange read(ResultSet row) throws SQLException {
        var undone = row.getTimestamp(7);
        return new SubscriptionChange(
                row.getObject(1, UUID.class),
                Kind.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getString(6),
                undone == null ? null : undone.toInstant());
    }
}
