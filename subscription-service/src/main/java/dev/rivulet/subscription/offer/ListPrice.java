package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Offer;
import dev.rivulet.kit.price.terms.PriceTerms;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list price of a version of a plan, on the days that the catalog lets it hold: the first version's from ever, a
 * later one's from the day, in UTC, on which it was published, each until the next one's.
 *
 * @param from null for ever
 * @param to the day after its last; null for none
 */
record ListPrice(
        PlanVersion version,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final String COMPONENT = "base";

    /**
     * Newest first; a version that held on no day is left out.
     *
     * @param versions all that are known, oldest first. Of one whose day of publication is not known yet the older
     *     ones are taken to be past: it was heard of because it is the present one
     */
    static List<ListPrice> of(List<PlanVersion> versions) {
        var prices = new ArrayList<ListPrice>();
        @Nullable LocalDate end = null;
        for (var i = versions.size() - 1; i >= 0; i--) {
            var version = versions.get(i);
            var publishedAt = version.publishedAt();
            var from = i == 0 || publishedAt == null ? null : LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
            if (from == null || end == null || from.isBefore(end)) {
                prices.add(new ListPrice(version, from, end));
                end = from;
            }
            if (from == null) {
                break;
            }
        }
        return List.copyOf(prices);
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /** The catalog tells of list prices with the plan and not by an id of their own, so they have one made here. */
    RecordedPrice price(UUID planId) {
        var id = UUID.nameUUIDFromBytes((planId + "/" + version.number()).getBytes(StandardCharsets.UTF_8));
        return new RecordedPrice(
                new Offer(
                        id,
                        0,
                        true,
                        null,
                        COMPONENT,
                        null,
                        version.price().currency().getCurrencyCode(),
                        from,
                        to,
                        null,
                        null),
                PriceTerms.flat(version.price().decimal()),
                null,
                null);
    }
}
