package dev.rivulet.success.score;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.customer.LockedCustomer;
import dev.rivulet.success.score.domain.Inputs;
import dev.rivulet.success.score.domain.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score with what it was computed from.
 *
 * @param version rises with every change
 * @param inputs as they were on the day
 * @param day the customer's local date when it last changed
 * @param mrr monthly recurring revenue; null of a customer that never had a subscription
 * @param computedOn the customer's local date when it was last computed; since its day only time went by
 * @param computedAt business time
 */
record ScoreRow(
        UUID accountId,
        long version,
        @Nullable BigDecimal score,
        BigDecimal coverage,
        UUID modelId,
        Inputs inputs,
        LocalDate day,
        @Nullable Money mrr,
        LocalDate computedOn,
        Instant computedAt) {

    /** @param before null when the customer had no score */
    static ScoreRow of(
            LockedCustomer customer,
            @Nullable ScoreRow before,
            Score score,
            NumberedModel model,
            Inputs inputs,
            @Nullable Money mrr,
            Instant now) {
        return new ScoreRow(
                customer.id(),
                before == null ? 0 : before.version + 1,
                score.score(),
                score.coverage(),
                model.id(),
                inputs,
                customer.today(),
                mrr,
                customer.today(),
                now);
    }

    /** Whether it tells of anything but that time went by. */
    boolean isNewsAfter(@Nullable ScoreRow before) {
        return before == null
                || showsOtherThan(before)
                || !Objects.equals(mrr, before.mrr)
                || !inputs.equals(before.inputsOn(day));
    }

    /** Whether others see a difference. */
    boolean showsOtherThan(@Nullable ScoreRow before) {
        return before == null
                || !same(score, before.score)
                || !same(coverage, before.coverage)
                || !modelId.equals(before.modelId);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** The inputs on a later day, as far as nothing new has been heard since. */
    Inputs inputsOn(LocalDate later) {
        return inputs.after(Math.max(0, ChronoUnit.DAYS.between(day, later)));
    }
}
