package dev.rivulet.success.message;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent to a person at a customer.
 *
 * @param recipient the e-mail address
 * @param language en or ru; others are written to in English
 * @param zone IANA zone of the person; null: the customer's
 * @param template key of the template
 * @param values what the template's places are filled with
 * @param dedupeKey ordered again under the same key, it is the same message
 * @param useful for how long it makes sense to send it
 */
public record MessageOrder(
        UUID account,
        String recipient,
        String language,
        @Nullable String zone,
        String template,
        Map<String, String> values,
        String dedupeKey,
        Duration useful) {

    public MessageOrder {
        values = Map.copyOf(values);
    }
}
