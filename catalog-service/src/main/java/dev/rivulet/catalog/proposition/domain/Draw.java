package dev.rivulet.catalog.proposition.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Draws a proposition for a deal by weighted rendezvous hashing: the same deal always gets the same line, in
 * proportion to the weights over many deals, and when a line comes or goes only the deals it wins or loses move.
 */
public final class Draw {

    /** A line of versions that takes part; weight 0 takes none. */
    public record Ticket(UUID line, int weight) {}

    private Draw() {}

    /** The line drawn, or nothing when none has a weight. */
    public static Optional<UUID> of(UUID deal, List<Ticket> tickets) {
        return tickets.stream()
                .filter(ticket -> ticket.weight() > 0)
                .min(Comparator.comparingDouble(
                                (Ticket ticket) -> -StrictMath.log(uniform(deal, ticket.line())) / ticket.weight())
                        .thenComparing(Ticket::line))
                .map(Ticket::line);
    }

    /** A number in (0, 1) that depends on both ids and nothing else. */
    private static double uniform(UUID deal, UUID line) {
        var bytes = ByteBuffer.allocate(32)
                .putLong(deal.getMostSignificantBits())
                .putLong(deal.getLeastSignificantBits())
                .putLong(line.getMostSignificantBits())
                .putLong(line.getLeastSignificantBits())
                .array();
        var bits = ByteBuffer.wrap(sha256().digest(bytes)).getLong() >>> 11;
        return (bits + 0.5) * 0x1.0p-53;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
