package dev.rivulet.success.score.domain;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a customer from a day on, until the next moment.
 *
 * @param mrr monthly recurring revenue; null of one that never had a subscription
 */
public record Moment(LocalDate day, Inputs inputs, @Nullable Money mrr) {

    Inputs inputsOn(LocalDate later) {
        return inputs.after(ChronoUnit.DAYS.between(day, later));
    }

    boolean pays() {
        return mrr != null && mrr.minor() > 0;
    }
}
