package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy, and when.
 *
 * @param usage by metric
 * @param events how many events made up the usage, by metric
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param date where the buyer is
 */
public record Question(
        BigDecimal quantity,
        Map<String, BigDecimal> usage,
        Map<String, Long> events,
        @Nullable UUID segmentId,
        Channel channel,
        @Nullable String partnerTier,
        @Nullable String country,
        String currency,
        LocalDate date) {

    /** How much there is of what a price counts: its metric, or the quantity bought. */
    public BigDecimal measured(@Nullable String metric) {
        return metric == null ? quantity : usage.getOrDefault(metric, BigDecimal.ZERO);
    }

    /** How many events made up a metric's usage. */
    public long eventsOf(@Nullable String metric) {
        return metric == null ? 0 : events.getOrDefault(metric, 0L);
    }
}
