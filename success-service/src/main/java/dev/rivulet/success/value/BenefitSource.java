package dev.rivulet.success.value;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import dev.rivulet.success.value.domain.PromiseStatus;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which part of the promises that came out was kept; it ages from the day on which the latest of them did. */
@Singleton
class BenefitSource implements ScoreSource {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int DECIMALS = 4;

    private final Promises promises;
    private final Customers customers;

    BenefitSource(Promises promises, Customers customers) {
        this.promises = promises;
        this.customers = customers;
    }

    @Override
    public Component component() {
        return Component.BENEFIT;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        var zones = customers.zones(todays.keySet());
        var readings = new HashMap<UUID, Reading>();
        promises.outcomes(todays.keySet())
                .forEach((account, outcomes) ->
                        readings.put(account, reading(outcomes, zones.getOrDefault(account, ZoneOffset.UTC))));
        return readings;
    }

    private static Reading reading(List<PromiseOutcome> outcomes, ZoneId zone) {
        var kept = outcomes.stream()
                .map(outcome -> weight(outcome.status()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(outcomes.size()), DECIMALS, RoundingMode.HALF_UP);
        var latest = outcomes.stream()
                .map(PromiseOutcome::on)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Reading(kept, latest.atStartOfDay(zone).toInstant());
    }

    private static BigDecimal weight(PromiseStatus status) {
        return switch (status) {
            case CONFIRMED -> BigDecimal.ONE;
            case PARTLY -> HALF;
            case NOT_ACHIEVED, OVERDUE, PENDING, MEASURED, CONTESTED -> BigDecimal.ZERO;
        };
    }
}
