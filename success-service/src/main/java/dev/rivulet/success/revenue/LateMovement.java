package dev.rivulet.success.revenue;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.revenue.domain.MonthClose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of months that had been reported. */
@Schema(name = "CohortChange")
public record LateMovement(
        @Schema(description = "The movement of recurring revenue")
        UUID id,

        UUID accountId,
        @Schema(examples = "CHURN") String kind,

        @Schema(description = "By how much the monthly revenue changed; negative for a loss")
        Money amount,

        @Schema(examples = "2026-03-14", description = "First day it holds, in the account's zone")
        LocalDate date,

        @Schema(examples = "2026-04-01T12:00:00Z", description = "When its month had closed")
        Instant closedAt,

        @Schema(examples = "2026-05-20T09:30:00Z", description = "When it became known")
        Instant recordedAt) {

    /** Where it stands in the list. */
    public record Place(Instant recordedAt, UUID id) {}

    static LateMovement of(UUID id, UUID accountId, String kind, Money amount, LocalDate date, Instant recordedAt) {
        return new LateMovement(
                id, accountId, kind, amount, date, MonthClose.closesAt(YearMonth.from(date)), recordedAt);
    }
}
