package dev.rivulet.success.journey;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.journey.domain.Criterion.Facts;
import dev.rivulet.success.score.Scores;
import dev.rivulet.success.usage.Consumption;
import dev.rivulet.success.value.Promises;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what criteria look at. */
@Singleton
class JourneyFacts {

    private static final Facts NOTHING = new Facts(null, null, true);

    private final Customers customers;
    private final Scores scores;
    private final Consumption consumption;
    private final Promises promises;

    JourneyFacts(Customers customers, Scores scores, Consumption consumption, Promises promises) {
        this.customers = customers;
        this.scores = scores;
        this.consumption = consumption;
        this.promises = promises;
    }

    Facts of(@Nullable UUID account) {
        if (account == null) {
            return NOTHING;
        }
        var today = customers.today(account);
        var score = scores.of(List.of(account)).get(account);
        var use = consumption.licences(Map.of(account, today)).get(account);
        var utilisation = use == null ? null : use.meaningfulUtilisation(today);
        var onTrack = promises.to(account).stream().allMatch(promise -> switch (promise.status()) {
            case CONFIRMED, PARTLY -> true;
            case NOT_ACHIEVED, OVERDUE -> false;
            case PENDING, MEASURED, CONTESTED -> !promise.dueOn().isBefore(today);
        });
        return new Facts(
                score == null ? null : score.score(),
                utilisation == null ? null : utilisation.multiply(BigDecimal.valueOf(100)),
                onTrack);
    }
}
