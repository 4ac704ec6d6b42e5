package dev.rivulet.success.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message and what became of it; times by the tenant's clock. */
@Schema(name = "Message")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        UUID id,
        UUID accountId,
        @Schema(examples = "ada.nowak@northwind.example") String recipient,
        @Schema(examples = "en") String language,
        @Schema(examples = "welcome") String template,

        @Schema(examples = "Welcome, Northwind Training GmbH")
        String subject,

        @Schema(examples = "Mila Horn looks after you from now on.")
        String body,

        MessageStatus status,

        @Schema(
                examples = "webhook-answered-503",
                description = "Why it is not sent: unsubscribed, no-channel, webhook-answered-503, webhook-unreachable,"
                        + " webhook-name-unknown, webhook-address-refused, webhook-url-refused, folder-not-writable")
        @Nullable
        String reason,

        @Schema(description = "Not before: after the quiet hours where the person is, and not too often")
        Instant dueAt,

        @Schema(description = "Later it would make no sense")
        Instant expiresAt,

        @Schema(examples = "1") int attempts,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** Whoever follows it answers in the person's name, and knows which of the anonymous answers are not theirs. */
    private static final Pattern LINK_TO_ANSWER = Pattern.compile("(/survey-pages/)\\S+");

    static final String COLUMNS =
            "id, account_id, recipient, language, template, subject, body, status, reason, due_at,"
                    + " expires_at, attempts, created_at, sent_at";

    static MessageView read(ResultSet row) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return new MessageView(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("recipient"),
                row.getString("language"),
                row.getString("template"),
                row.getString("subject"),
                LINK_TO_ANSWER.matcher(row.getString("body")).replaceAll("$1…"),
                MessageStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                sent == null ? null : sent.toInstant());
    }
}
