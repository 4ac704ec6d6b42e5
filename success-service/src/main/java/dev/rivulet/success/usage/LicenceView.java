package dev.rivulet.success.usage;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.usage.domain.LicenceUse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Licences bought against licences assigned and used in the 28 days to the customer's today. */
@Schema(name = "Licences")
public record LicenceView(
        UUID accountId,

        @Schema(
                examples = "25",
                description = "Seats of the running subscriptions, those that are tried among them; without what rests")
        int purchased,

        @Schema(examples = "22", description = "Users who hold a seat")
        int assigned,

        @Schema(examples = "19", description = "Of these, users with usage in the window")
        int active,

        @Schema(examples = "0", description = "Users with usage in the window who hold no seat")
        int unassigned,

        @Schema(
                examples = "REPORTED",
                description =
                        "REPORTED: the customer says who holds a seat; ASSUMED: whoever used something in the last"
                                + " 90 days is taken to hold one")
        String assignments,

        @Schema(nullable = true, examples = "0.7600", description = "active / purchased, four decimals; may exceed 1")
        @Nullable
        BigDecimal utilisation,

        @Schema(nullable = true, examples = "0.8800", description = "assigned / purchased, four decimals") @Nullable
        BigDecimal assignment,

        @Schema(examples = "0", description = "Users beyond the seats, or seats given out beyond them")
        int overage,

        @Schema(nullable = true, examples = "nothing-purchased", description = "Why there is no utilisation") @Nullable
        String reason,

        @Schema(
                nullable = true,
                examples = "0.8000",
                description =
                        "Utilisation to expect of seats of this age: 0.40 at 28 days, rising evenly to 0.80 at 90;"
                                + " none before")
        @Nullable
        BigDecimal target,

        @Schema(nullable = true, examples = "0.9500", description = "utilisation / target, four decimals") @Nullable
        BigDecimal attainment,

        @Schema(
                nullable = true,
                examples = "young-seats",
                description = "Why there is no target: young-seats or" + " nothing-purchased")
        @Nullable
        String targetReason,

        @Schema(examples = "6", description = "Seats that nobody holds, or whose holder used nothing in the window")
        int idle,

        @Schema(description = "What the seats cost a month, by currency; nothing for those that are tried")
        List<Money> recurring,

        @Schema(description = "Of that the part of the idle seats, by currency, rounded half up to the minor unit")
        List<Money> idleMoney,

        @Schema(description = "Who holds a seat without having used it in the window; up to 1,000, who never did first")
        List<IdleSeat> idleSeats,

        @Schema(examples = "2025-03-01") LocalDate from,
        @Schema(examples = "2025-03-28") LocalDate to) {

    /** Somebody who holds a seat and does not use it. */
    @Schema(name = "IdleSeat")
    public record IdleSeat(
            @Schema(examples = "user-4711") String userId,

            @Schema(nullable = true, examples = "2025-01-15", description = "Null where assignments are assumed")
            @Nullable
            LocalDate assignedOn,

            @Schema(nullable = true, examples = "2025-02-11", description = "Null if never") @Nullable
            LocalDate lastActiveOn) {}

    static LicenceView of(
            UUID account, LicenceUse use, LocalDate today, List<Money> recurring, List<IdleSeat> idleSeats) {
        var utilisation = use.utilisation();
        var target = use.target(today);
        var nothing = use.purchased() == 0 ? "nothing-purchased" : null;
        return new LicenceView(
                account,
                use.purchased(),
                use.assigned(),
                use.active(),
                use.unassigned(),
                use.reported() ? "REPORTED" : "ASSUMED",
                utilisation,
                use.assignment(),
                use.overage(),
                nothing,
                target,
                use.attainment(today),
                nothing == null && target == null ? "young-seats" : nothing,
                use.idle(),
                recurring,
                recurring.stream().map(use::idle).toList(),
                idleSeats,
                LicenceUse.windowStart(today),
                today);
    }
}
