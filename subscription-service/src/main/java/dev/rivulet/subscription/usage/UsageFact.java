package dev.rivulet.subscription.usage;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.subscription.usage.domain.DayTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One use as it was reported, checked as far as it must be to be counted.
 *
 * @param key the event, by its source and id
 * @param fingerprint what it says, by content: spelling 1 as 1.0 or adding a field says nothing else
 */
record UsageFact(
        UUID key,
        UUID fingerprint,
        String source,
        String id,
        UUID accountId,
        String userId,
        String metric,
        BigDecimal quantity,
        Instant occurredAt) {

    static final String TYPE = "dev.rivulet.usage.usage.recorded.v1";

    private static final Pattern QUANTITY = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** What this service reads of {@code dev.rivulet.usage.usage.recorded.v1}. */
    record Recorded(UUID accountId, String userId, String metric, String quantity, Instant occurredAt) {}

    /** Empty for an event of another type; an exception for one that cannot be counted. */
    static Optional<UsageFact> read(Event event) {
        return event.type().equals(TYPE) && !event.isTombstone()
                ? Optional.of(of(event.source(), event.id(), event.as(Recorded.class)))
                : Optional.empty();
    }

    static UsageFact of(String source, String id, Recorded said) {
        if (said.accountId() == null || said.occurredAt() == null) {
            throw new IllegalArgumentException("accountId or occurredAt is missing");
        }
        var account = said.accountId();
        var user = text("userId", said.userId(), 200);
        var metric = text("metric", said.metric(), 100);
        var quantity = quantity(said.quantity());
        // PostgreSQL keeps microseconds; what is compared later must be what was stored.
        var occurredAt = said.occurredAt().truncatedTo(ChronoUnit.MICROS);
        if (occurredAt.isBefore(EARLIEST) || !occurredAt.isBefore(LATEST)) {
            throw new IllegalArgumentException("occurredAt is out of range: " + occurredAt);
        }
        return new UsageFact(
                Digest.of(text("source", source, 200), text("id", id, 200)),
                Digest.of(account.toString(), user, metric, quantity.toPlainString(), occurredAt.toString()),
                source,
                id,
                account,
                user,
                metric,
                quantity,
                occurredAt);
    }

    DayTotal total() {
        return DayTotal.of(quantity, occurredAt, key);
    }

    private static String text(String name, String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " is missing, too long or unprintable");
        }
        return value;
    }

    private static BigDecimal quantity(String text) {
        if (text == null || !QUANTITY.matcher(text).matches()) {
            throw new IllegalArgumentException("quantity is no decimal of up to 12 digits and 6 decimals");
        }
        var quantity = new BigDecimal(text).stripTrailingZeros();
        if (quantity.signum() == 0) {
            throw new IllegalArgumentException("quantity is zero");
        }
        return quantity;
    }
}
