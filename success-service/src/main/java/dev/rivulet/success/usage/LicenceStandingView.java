package dev.rivulet.success.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer's seats stand. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LicenceStanding")
public record LicenceStandingView(
        @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @Schema(examples = "Northwind Training GmbH", description = "Absent until it is known") @Nullable
        String name,

        @Schema(examples = "1500", description = "Seats of the running subscriptions")
        int purchased,

        @Schema(examples = "400", description = "Users who hold a seat, reported or assumed")
        int assigned,

        @Schema(examples = "0", description = "Of these, users with usage in the 28 days to asOf")
        int active,

        @Schema(examples = "1500", description = "Seats that nobody holds, or whose holder used nothing then")
        int idle,

        @Schema(examples = "REPORTED", description = "REPORTED or ASSUMED, as in the licence report")
        String assignments,

        @Schema(description = "What the seats cost a month in this currency")
        Money recurring,

        @Schema(description = "Of that the part of the idle seats")
        Money idleMoney,

        @Schema(examples = "2025-03-28", description = "The customer's local day")
        LocalDate asOf) {

    static LicenceStandingView of(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new LicenceStandingView(
                row.getObject("account_id", UUID.class),
                null,
                row.getInt("purchased"),
                row.getInt("assigned"),
                row.getInt("active"),
                row.getInt("idle"),
                row.getBoolean("reported") ? "REPORTED" : "ASSUMED",
                new Money(row.getLong("recurring_minor"), currency),
                new Money(row.getLong("idle_minor"), currency),
                row.getObject("as_of", LocalDate.class));
    }

    LicenceStandingView named(@Nullable String customer) {
        return new LicenceStandingView(
                accountId, customer, purchased, assigned, active, idle, assignments, recurring, idleMoney, asOf);
    }
}
