package dev.rivulet.catalog.partner.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a partner is trusted: at least three clients have vouched for it, each of them within a year.
 *
 * @param confirmed how many clients' word is not a year old yet
 * @param until the first day on which the partner is trusted no longer unless clients renew their word; null when it is
 *     not trusted
 */
public record Trust(
        int confirmed, boolean trusted, @Nullable LocalDate until) {

    /** So many clients have to vouch. */
    public static final int CLIENTS = 3;

    /**
     * @param confirmations the day of each client's last word; one per client
     */
    public static Trust of(Collection<LocalDate> confirmations, LocalDate today) {
        var ends = confirmations.stream()
                .map(Trust::end)
                .filter(today::isBefore)
                .sorted(Comparator.reverseOrder())
                .toList();
        var trusted = ends.size() >= CLIENTS;
        return new Trust(ends.size(), trusted, trusted ? ends.get(CLIENTS - 1) : null);
    }

    /** The first day on which a word of that day is a year old. */
    public static LocalDate end(LocalDate confirmedOn) {
        return confirmedOn.plusYears(1);
    }
}
