package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.rating.domain.AnchorRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where periods begin.
 *
 * @param day of the month, of BILLING_DAY; a month that is shorter uses its last day
 * @param date of DATE
 */
@Schema(name = "BillingAnchor")
public record AnchorRequest(
        @NotNull
        @Schema(
                examples = "BILLING_DAY",
                description =
                        "ANNIVERSARY: with the first charged day; BILLING_DAY: on a day of the month; CALENDAR: with"
                                + " the week (Monday), month, quarter, half-year or year; DATE: counted from a day, which may be"
                                + " past")
        Rule rule,

        @Nullable
        @Min(value = 1, message = "{billing-day-range}")
        @Max(value = 31, message = "{billing-day-range}")
        @Schema(examples = "15", description = "Of BILLING_DAY, 1 to 31")
        Integer day,

        @Nullable @Schema(examples = "2026-01-31", description = "Of DATE")
        LocalDate date) {

    /** The rule it stands for; what it lacks is pointed at. */
    AnchorRule rule(String pointer) {
        return switch (rule) {
            case ANNIVERSARY -> new AnchorRule.Anniversary();
            case CALENDAR -> new AnchorRule.Calendar();
            case BILLING_DAY -> {
                if (day == null) {
                    throw Rejected.invalid("value-missing", pointer + "/day");
                }
                yield new AnchorRule.BillingDay(day);
            }
            case DATE -> {
                if (date == null) {
                    throw Rejected.invalid("value-missing", pointer + "/date");
                }
                yield new AnchorRule.At(date);
            }
        };
    }

    /** The rule as text. */
    String write() {
        return switch (rule) {
            case ANNIVERSARY, CALENDAR -> rule.name();
            case BILLING_DAY -> rule + ":" + day;
            case DATE -> rule + ":" + date;
        };
    }

    /** The rule that {@link #write} wrote. */
    static AnchorRule read(String text) {
        var parts = text.split(":", 2);
        return switch (Rule.valueOf(parts[0])) {
            case ANNIVERSARY -> new AnchorRule.Anniversary();
            case CALENDAR -> new AnchorRule.Calendar();
            case BILLING_DAY -> new AnchorRule.BillingDay(Integer.parseInt(parts[1]));
            case DATE -> new AnchorRule.At(LocalDate.parse(parts[1]));
        };
    }

    /** How the anchor is found. */
    @Schema(name = "BillingAnchorRule")
    public enum Rule {
        ANNIVERSARY,
        BILLING_DAY,
        CALENDAR,
        DATE
    }
}
