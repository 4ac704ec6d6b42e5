package dev.rivulet.success.interaction;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many local days ago the sponsor of a customer was met; without a sponsor, or a meeting, nothing is known. */
@Singleton
class SponsorSource implements ScoreSource {

    private final Interactions interactions;
    private final Customers customers;

    SponsorSource(Interactions interactions, Customers customers) {
        this.interactions = interactions;
        this.customers = customers;
    }

    @Override
    public Component component() {
        return Component.SPONSOR_CONTACT;
    }

    @Override
    public Map<UUID, Reading> read(Map<UUID, LocalDate> todays) {
        var met = interactions.lastSponsorContact(todays.keySet());
        var readings = new HashMap<UUID, Reading>();
        if (met.isEmpty()) {
            return readings;
        }
        var zones = customers.zones(met.keySet());
        met.forEach((account, at) -> {
            var today = todays.get(account);
            if (today != null) {
                var day = LocalDate.ofInstant(at, zones.getOrDefault(account, ZoneOffset.UTC));
                var days = Math.max(0, ChronoUnit.DAYS.between(day, today));
                readings.put(account, Reading.ofToday(BigDecimal.valueOf(days)));
            }
        });
        return readings;
    }
}
