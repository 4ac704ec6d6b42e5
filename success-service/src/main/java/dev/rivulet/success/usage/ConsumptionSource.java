package dev.rivulet.success.usage;

import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Whether customers use more or less than before; missing where there is too little to say. */
@Singleton
class ConsumptionSource implements ScoreSource {

    private final Consumption consumption;

    ConsumptionSource(Consumption consumption) {
        this.consumption = consumption;
    }

    @Override
    public Component component() {
        return Component.CONSUMPTION;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        var readings = new HashMap<UUID, Reading>();
        consumption.trend(todays).forEach((account, trend) -> {
            if (trend.change() != null) {
                // By the percent: it moves a little every day, and each move would be a row of the history.
                readings.put(account, Reading.ofToday(trend.change().setScale(2, RoundingMode.HALF_UP)));
            }
        });
        return readings;
    }
}
