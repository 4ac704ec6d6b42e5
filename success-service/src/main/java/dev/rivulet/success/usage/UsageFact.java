package dev.rivulet.success.usage;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.success.events.SuccessEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One use as it was reported, checked as far as it must be to be counted: whoever writes to the log directly was not
 * checked before.
 *
 * @param key the event, by its source and id
 * @param fingerprint what it says, by content: spelling 1 as 1.0 or adding a field says nothing else
 * @param receivedAt when it was accepted, by the tenant's clock; null from those who write to the log directly
 * @param loggedAt when it came into the log, by the system's time; null of one that was not read there
 */
record UsageFact(
        UUID key,
        UUID fingerprint,
        String source,
        String id,
        UUID accountId,
        String userId,
        String metric,
        String feature,
        BigDecimal quantity,
        Instant occurredAt,
        @Nullable Instant receivedAt,
        @Nullable Instant loggedAt) {

    private static final Pattern QUANTITY = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** What this service reads of the usage log. */
    record Recorded(
            UUID accountId,
            String userId,
            String metric,
            @Nullable String feature,
            String quantity,
            Instant occurredAt,
            @Nullable Instant receivedAt) {}

    /** Empty for an event of another type; an exception for one that cannot be counted. */
    static Optional<UsageFact> read(Event event) {
        return event.type().equals(SuccessEvents.USAGE_RECORDED) && !event.isTombstone()
                ? Optional.of(of(event.source(), event.id(), event.as(Recorded.class), event.loggedAt()))
                : Optional.empty();
    }

    static UsageFact of(String source, String id, Recorded said) {
        return of(source, id, said, null);
    }

    private static UsageFact of(String source, String id, Recorded said, @Nullable Instant loggedAt) {
        if (said.accountId() == null || said.occurredAt() == null) {
            throw new IllegalArgumentException("accountId or occurredAt is missing");
        }
        var account = said.accountId();
        var user = text("userId", said.userId(), 200);
        var metric = text("metric", said.metric(), 100);
        var feature = said.feature() == null ? metric : text("feature", said.feature(), 100);
        var quantity = quantity(said.quantity());
        // PostgreSQL keeps microseconds; what is compared later must be what was stored.
        var occurredAt = micros(said.occurredAt());
        return new UsageFact(
                Digest.of(text("source", source, 200), text("id", id, 200)),
                Digest.of(account.toString(), user, metric, feature, quantity.toPlainString(), occurredAt.toString()),
                source,
                id,
                account,
                user,
                metric,
                feature,
                quantity,
                occurredAt,
                said.receivedAt() == null ? null : micros(said.receivedAt()),
                loggedAt);
    }

    /** The same event of a user under another name; it stays recognisable by what it originally said. */
    UsageFact by(String user) {
        return new UsageFact(
                key,
                fingerprint,
                source,
                id,
                accountId,
                user,
                metric,
                feature,
                quantity,
                occurredAt,
                receivedAt,
                loggedAt);
    }

    private static Instant micros(Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException("occurredAt or receivedAt is out of range: " + time);
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " is missing, too long or unprintable");
        }
        return value;
    }

    private static BigDecimal quantity(@Nullable String text) {
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
