package dev.rivulet.subscription.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Usage that came after its day had been billed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UsageCorrection")
public record UsageCorrectionView(
        @Schema(examples = "0197a3f8-5c81-7d22-8a26-1e907b2f3c08")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "api-calls") String metric,

        @Schema(examples = "2026-02-28", description = "The account's local day")
        LocalDate day,

        @Schema(examples = "3.5", description = "How much came late; decimal text")
        String quantity,

        @Schema(examples = "2") long events,
        @Schema(examples = "2026-03-02T04:10:00Z") Instant noticedAt,

        @Schema(examples = "2026-04-01T00:00:04Z", description = "When billing took it up; absent while it waits")
        @Nullable
        Instant claimedAt) {

    static UsageCorrectionView of(ResultSet row) throws SQLException {
        var claimed = row.getTimestamp("claimed_at");
        return new UsageCorrectionView(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("metric"),
                row.getObject("day", LocalDate.class),
                AccountUsageView.text(row.getBigDecimal("quantity")),
                row.getLong("events"),
                row.getTimestamp("noticed_at").toInstant(),
                claimed == null ? null : claimed.toInstant());
    }
}
