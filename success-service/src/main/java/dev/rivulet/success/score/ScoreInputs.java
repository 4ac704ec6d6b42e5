package dev.rivulet.success.score;

import dev.rivulet.success.payment.Receivables;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.survey.Surveys;
import dev.rivulet.success.usage.Consumption;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Gathers what the components are computed from, for many customers with a handful of queries. */
@Singleton
class ScoreInputs {

    private final Consumption consumption;
    private final Surveys surveys;
    private final Receivables receivables;

    ScoreInputs(Consumption consumption, Surveys surveys, Receivables receivables) {
        this.consumption = consumption;
        this.surveys = surveys;
        this.receivables = receivables;
    }

    /** The components of each account that have a value. */
    record Values(Map<UUID, Map<Component, BigDecimal>> byAccount) {

        Map<Component, BigDecimal> of(UUID account) {
            return byAccount.getOrDefault(account, Map.of());
        }

        private void put(UUID account, Component component, BigDecimal value) {
            byAccount
                    .computeIfAbsent(account, none -> new EnumMap<>(Component.class))
                    .put(component, value);
        }
    }

    Values of(Map<UUID, LocalDate> todays) {
        var values = new Values(new HashMap<>());
        var uses = consumption.licences(todays);
        todays.forEach((account, today) -> {
            var use = uses.get(account);
            var utilisation = use == null ? null : use.meaningfulUtilisation(today);
            if (utilisation != null) {
                values.put(account, Component.LICENCES, Component.licences(utilisation));
            }
        });
        surveys.meanOfLatestNps(todays.keySet())
                .forEach((account, mean) -> values.put(account, Component.NPS, Component.nps(mean)));
        receivables
                .daysOverdue(todays)
                .forEach((account, days) -> values.put(account, Component.PAYMENT, Component.payment(days)));
        return values;
    }
}
