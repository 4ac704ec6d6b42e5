package dev.rivulet.success.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something another system is told, and what became of it; times by the tenant's clock. */
@Schema(name = "WebhookCall")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
        @Schema(description = "The header webhook-id, the same with each attempt")
        UUID id,

        @Schema(examples = "learning-platform", description = "Key of the endpoint")
        String endpoint,

        @Schema(description = "Whom it is about; absent for a prospect without an account") @Nullable
        UUID accountId,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                description = "What is sent, by ids alone; type tells what it is",
                examples = CallView.STEP)
        String body,

        CallStatus status,

        @Schema(
                examples = "webhook-answered-503",
                description = "How the last attempt failed, or why there is none: webhook-answered-503,"
                        + " webhook-unreachable, webhook-name-unknown, webhook-address-refused, webhook-url-refused,"
                        + " endpoint-removed")
        @Nullable
        String reason,

        @Schema(examples = "1", description = "Of the schedule")
        int attempts,

        @Schema(examples = "0", description = "How often somebody had it sent again")
        int resends,

        Instant createdAt,
        @Nullable Instant deliveredAt) {

    static final String STEP = """
            {"type":"journey.step","enrolmentId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60",\
            "journeyId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f61","journeyKey":"enterprise","edition":1,"step":"invite",\
            "accountId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f62","dealId":"0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f63",\
            "dueAt":"2026-03-15T08:00:00Z","takenAt":"2026-03-15T08:00:07Z"}""";

    static final String COLUMNS =
            "id, endpoint, account_id, body, status, reason, attempts, resends, created_at, delivered_at";

    static CallView read(ResultSet row) throws SQLException {
        var delivered = row.getTimestamp("delivered_at");
        return new CallView(
                row.getObject("id", UUID.class),
                row.getString("endpoint"),
                row.getObject("account_id", UUID.class),
                row.getString("body"),
                CallStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("resends"),
                row.getTimestamp("created_at").toInstant(),
                delivered == null ? null : delivered.toInstant());
    }
}
