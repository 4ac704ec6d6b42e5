package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.price.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who buys, as far as prices depend on it.
 *
 * @param currency ISO 4217
 * @param country ISO 3166-1 alpha-2
 * @param partnerTier of the partner that sells, with the channel PARTNER
 */
public record Buyer(
        String currency,
        @Nullable String country,
        Channel channel,
        @Nullable UUID segmentId,
        @Nullable String partnerTier) {

    /** A buyer of whom nothing is known but the currency, sold to by ourselves. */
    public static Buyer in(String currency) {
        return new Buyer(currency, null, Channel.DIRECT, null, null);
    }

    /** Usage is yet to come when something is bought: there is none. */
    Question question(BigDecimal quantity, LocalDate day) {
        return new Question(quantity, Map.of(), Map.of(), segmentId, channel, partnerTier, country, currency, day);
    }
}
