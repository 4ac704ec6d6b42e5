package dev.rivulet.success.task;

import dev.rivulet.kit.problem.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in the stream of an inbox, as it stands in an event's id.
 *
 * @param horizon all transactions before this one were over
 * @param second of the system's clock when it was reached
 * @param sent what of later transactions had been sent already, 50 at most
 */
record TaskPosition(long horizon, long second, List<Sent> sent) {

    private static final int MOST = 50;
    private static final Pattern ID =
            Pattern.compile("(\\d{1,18})-(\\d{1,12})(?:-(\\d{1,18}\\.\\d{1,18}(?:_\\d{1,18}\\.\\d{1,18}){0,49}))?");

    /** By the transaction it came from and its number. */
    record Sent(long transaction, long seq) {

        static Sent parse(String text) {
            var point = text.indexOf('.');
            return new Sent(Long.parseLong(text.substring(0, point)), Long.parseLong(text.substring(point + 1)));
        }
    }

    static TaskPosition parse(String id) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            throw Rejected.invalid("cursor-invalid", "Last-Event-ID");
        }
        var sent = parts.group(3);
        return new TaskPosition(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                sent == null
                        ? List.of()
                        : Stream.of(sent.split("_", -1)).map(Sent::parse).toList());
    }

    String id() {
        var place = horizon + "-" + second;
        return sent.isEmpty()
                ? place
                : sent.stream()
                        .map(each -> each.transaction() + "." + each.seq())
                        .collect(Collectors.joining("_", place + "-", ""));
    }

    TaskPosition behind(long transaction, long seq, Instant now) {
        var all = new ArrayList<>(sent);
        all.add(new Sent(transaction, seq));
        return new TaskPosition(
                horizon, now.getEpochSecond(), List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    /** Everything before the horizon has been sent. */
    TaskPosition upTo(long next, Instant now) {
        return new TaskPosition(
                next,
                now.getEpochSecond(),
                sent.stream().filter(each -> each.transaction() >= next).toList());
    }

    /** Something may have been forgotten since. */
    boolean isForgotten(Instant now) {
        return Instant.ofEpochSecond(second).plus(TaskStream.KEPT).isBefore(now);
    }
}
