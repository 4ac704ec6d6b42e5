package dev.rivulet.success.message;

import dev.rivulet.success.message.domain.QuietHours;
import dev.rivulet.success.webhook.SealedSecret;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant writes to people.
 *
 * @param most messages to a person within so many days
 * @param webhookUrl where messages are handed over to be sent; null: nowhere
 */
record MessageSettings(
        long version,
        QuietHours quiet,
        int most,
        int withinDays,
        @Nullable String webhookUrl,
        @Nullable SealedSecret webhookSecret) {

    /** From eight in the evening to eight in the morning nobody is disturbed, nor more than three times a week. */
    static final MessageSettings USUAL =
            new MessageSettings(0, new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)), 3, 7, null, null);
}
