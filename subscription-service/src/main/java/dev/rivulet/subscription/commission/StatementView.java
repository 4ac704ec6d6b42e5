package dev.rivulet.subscription.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.commission.CommissionEntryRepository.Sum;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A statement as callers see it.
 *
 * @param total negative when more was taken back than earned; of a draft, what it would be now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommissionStatement")
public record StatementView(
        @Schema(examples = "0197a3f8-3c4d-7e5f-9a6b-7c8d9e0f1a03")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
        UUID partnerId,

        @Schema(examples = "2026-04") String month,
        StatementStatus status,
        Money total,
        @Schema(examples = "2") int entries,
        @Schema(examples = "2026-05-01T08:00:00Z") Instant createdAt,
        @Nullable @Schema(examples = "2026-05-02T08:00:00Z") Instant finalizedAt,
        @Nullable @Schema(examples = "billing@acme.example") String finalizedBy) {

    static StatementView of(Statement statement, Sum sum) {
        return new StatementView(
                statement.id,
                statement.version,
                statement.partnerId,
                YearMonth.from(statement.month).toString(),
                statement.status,
                sum.total(),
                sum.entries(),
                statement.createdAt,
                statement.finalizedAt,
                statement.finalizedBy);
    }
}
