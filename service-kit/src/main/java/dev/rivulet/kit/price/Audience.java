package dev.rivulet.kit.price;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a price book is; what is null leaves it open.
 *
 * @param currency ISO 4217
 * @param country ISO 3166-1 alpha-2
 */
public record Audience(
        @Nullable String currency,
        @Nullable String country,
        @Nullable Channel channel,
        @Nullable UUID segmentId,
        @Nullable String partnerTier) {

    /** For everybody. */
    public static final Audience ANY = new Audience(null, null, null, null, null);

    /**
     * Who is named more closely goes before who is named less: the segment counts most, then the partner's tier, the
     * channel, the country, the currency. Each counts more than all after it together, so that two books can only be
     * equally specific when they name the same things; and then one of them is refused, or they never fit together.
     */
    public int specificity() {
        return (segmentId == null ? 0 : 16)
                + (partnerTier == null ? 0 : 8)
                + (channel == null ? 0 : 4)
                + (country == null ? 0 : 2)
                + (currency == null ? 0 : 1);
    }

    /** Adds why it is not for this buyer; nothing when it is. */
    void misses(Question question, Set<Lost> misses) {
        differ(misses, Lost.OTHER_CURRENCY, currency, question.currency());
        differ(misses, Lost.OTHER_CHANNEL, channel, question.channel());
        differ(misses, Lost.OTHER_COUNTRY, country, question.country());
        differ(misses, Lost.OTHER_SEGMENT, segmentId, question.segmentId());
        differ(misses, Lost.OTHER_PARTNER_TIER, partnerTier, question.partnerTier());
    }

    private static void differ(Set<Lost> misses, Lost reason, @Nullable Object wanted, @Nullable Object given) {
        if (wanted != null && !Objects.equals(wanted, given)) {
            misses.add(reason);
        }
    }
}
