package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a pass through the due payers has come. Times are the system's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BillingRun")
record BillingRunView(
        @Schema(examples = "0197a3f6-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID id,

        @Schema(examples = "2026-02-15T00:00:05Z") Instant startedAt,

        @Nullable @Schema(examples = "2026-02-15T00:00:38Z", description = "Absent while it runs, or if it was killed")
        Instant finishedAt,

        @Schema(examples = "100000", description = "Payers that were due when it started")
        long due,

        @Schema(examples = "99998") long done,

        @Schema(examples = "2", description = "Attempts that failed; see /billing-incidents")
        long failed,

        @Schema(examples = "99998") long invoices,

        @Nullable @Schema(examples = "3030.2", description = "Invoices a second, so far", type = SchemaType.STRING)
        String invoicesPerSecond,

        @Nullable @Schema(examples = "2026-02-15T00:00:38Z", description = "When it will be through at this rate")
        Instant expectedAt) {

    static BillingRunView read(ResultSet row) throws SQLException {
        var started = row.getTimestamp(2).toInstant();
        var finished = row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant();
        var due = row.getLong(4);
        var done = row.getLong(5);
        var invoices = row.getLong(7);
        var now = finished == null ? row.getTimestamp(8).toInstant() : finished;
        var millis = Duration.between(started, now).toMillis();
        var rate = millis <= 0
                ? null
                : BigDecimal.valueOf(invoices * 1000)
                        .divide(BigDecimal.valueOf(millis), 1, RoundingMode.HALF_UP)
                        .toPlainString();
        var expected = finished != null || done == 0 ? null : now.plusMillis(Math.max(0, due - done) * millis / done);
        return new BillingRunView(
                row.getObject(1, UUID.class), started, finished, due, done, row.getLong(6), invoices, rate, expected);
    }
}
