package dev.rivulet.success.revenue.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Movements of revenue as tests write them: day, kind, minor units, and when it was heard of if not on the day. */
public final class MovementText {

    private MovementText() {}

    /** Those of an account, parted by ",". */
    public static List<Movement> account(String movements) {
        return Arrays.stream(movements.split(",")).map(MovementText::movement).toList();
    }

    private static Movement movement(String text) {
        var parts = text.strip().split(" ");
        var day = LocalDate.parse(parts[0]);
        var recorded =
                parts.length > 3 ? Instant.parse(parts[3]) : day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Movement(UUID.randomUUID(), day, MovementKind.valueOf(parts[1]), Long.parseLong(parts[2]), recorded);
    }
}
