package dev.rivulet.success.usage;

import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many of the purchased licences are used. */
@Singleton
class LicenceSource implements ScoreSource {

    private final Consumption consumption;

    LicenceSource(Consumption consumption) {
        this.consumption = consumption;
    }

    @Override
    public Component component() {
        return Component.LICENCES;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        var readings = new HashMap<UUID, Reading>();
        var uses = consumption.licences(todays);
        todays.forEach((account, today) -> {
            var use = uses.get(account);
            var utilisation = use == null ? null : use.meaningfulUtilisation(today);
            if (utilisation != null) {
                readings.put(account, Reading.ofToday(utilisation));
            }
        });
        return readings;
    }
}
