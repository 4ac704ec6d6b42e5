package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A component's value on a customer's local day, as a score is computed from it.
 *
 * @param value in the component's unit, four decimals at most
 * @param age whole days since it was observed; null for what is true of the day itself and so does not age
 */
public record Input(BigDecimal value, @Nullable Integer age) {

    private static final int DECIMALS = 4;

    public Input {
        // One form for each number, so that equal inputs are equal.
        value = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        if (age != null && age < 0) {
            throw new IllegalArgumentException("age must not be negative: " + age);
        }
    }

    /** An observation that the customer's day has not reached yet is of the day. */
    public static Input of(Reading reading, LocalDate today, ZoneId zone) {
        var observedAt = reading.observedAt();
        return new Input(
                reading.value(),
                observedAt == null
                        ? null
                        : (int) Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(observedAt, zone), today)));
    }

    /** The same fact so many days later, with nothing new: it is older, and what counts days has counted on. */
    public Input after(Component component, long days) {
        return new Input(
                component.growsDaily(value) ? value.add(BigDecimal.valueOf(days)) : value,
                age == null ? null : (int) Math.min(Integer.MAX_VALUE, age + days));
    }

    int ageInDays() {
        return age == null ? 0 : age;
    }
}
