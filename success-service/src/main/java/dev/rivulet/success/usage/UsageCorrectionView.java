package dev.rivulet.success.usage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed on a day that was over. */
@Schema(name = "UsageCorrection")
public record UsageCorrectionView(
        @Schema(examples = "0199b3f8-5c81-7d22-8a26-1e907b2f3c08")
        UUID id,

        @Schema(examples = "2025-02-28", description = "The customer's local day")
        LocalDate day,

        @Schema(examples = "lesson-completed") String metric,

        @Schema(
                examples = "LATE",
                description =
                        "LATE: usage came after the day and its grace; ZONE: the customer's days begin elsewhere now")
        String cause,

        @Schema(examples = "3.5", description = "What the day's quantity changed by; decimal text, negative if less")
        String quantity,

        @Schema(examples = "2", description = "What the day's number of events changed by")
        long events,

        @Schema(
                examples = "2025-03-04T04:10:00Z",
                description = "Of LATE the second in which the usage was received, of ZONE when the zone was heard of")
        Instant noticedAt) {

    static UsageCorrectionView of(ResultSet row) throws SQLException {
        return new UsageCorrectionView(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("metric"),
                row.getString("cause"),
                UsageSum.text(row.getBigDecimal("quantity")),
                row.getLong("events"),
                row.getTimestamp("noticed_at").toInstant());
    }
}
