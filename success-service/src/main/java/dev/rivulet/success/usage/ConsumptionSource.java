package dev.rivulet.success.usage;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.Standing;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whether customers use more or less than before; missing where there is too little to say, or nothing to be expected:
 * that nothing is used after the end, or while all of it rests, is no news.
 */
@Singleton
class ConsumptionSource implements ScoreSource {

    private final Customers customers;
    private final Consumption consumption;

    ConsumptionSource(Customers customers, Consumption consumption) {
        this.customers = customers;
        this.consumption = consumption;
    }

    @Override
    public Component component() {
        return Component.CONSUMPTION;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        var readings = new HashMap<UUID, Reading>();
        var standings = customers.standings(todays);
        consumption.trend(todays).forEach((account, trend) -> {
            var standing = standings.getOrDefault(account, Standing.RUNNING);
            if (trend.change() != null && standing == Standing.RUNNING) {
                // By the percent: it moves a little every day, and each move would be a row of the history.
                readings.put(account, Reading.ofToday(trend.change().setScale(2, RoundingMode.HALF_UP)));
            }
        });
        return readings;
    }
}
