package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Reading;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Tells one component of the score. Whoever owns the facts implements it: a bean is all it takes for the component to
 * be read, kept in the history and usable in models.
 */
public interface ScoreSource {

    Component component();

    /**
     * The component of each of the customers, in the current transaction and with as few statements for all of them as
     * for one. A customer of whom nothing is known is left out: missing is not zero.
     *
     * @param todays the accounts with their local dates
     */
    Map<UUID, Reading> read(Map<UUID, LocalDate> todays);
}
