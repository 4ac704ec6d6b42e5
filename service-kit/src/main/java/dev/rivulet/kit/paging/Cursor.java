package dev.rivulet.kit.paging;

import dev.rivulet.kit.problem.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the sort values of the last item given. Opaque to callers; the list's name and a checksum inside
 * it refuse a cursor of another list or a damaged one. It grants nothing: every query stays tenant-scoped.
 */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    public static String encode(String list, Object... values) {
        var text = new StringBuilder(list);
        for (var value : values) {
            text.append(SEPARATOR).append(value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(text.toString()) + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
    }

    /** The sort values, or null at the beginning of the list. */
    public static @Nullable Cursor decode(String list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split(SEPARATOR, -1);
            var body = text.substring(text.indexOf(SEPARATOR) + 1);
            if (parts.length < 3 || !parts[1].equals(list) || !parts[0].equals(checksum(body))) {
                throw invalid();
            }
            return new Cursor(List.of(parts).subList(2, parts.length));
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    /** Itself, if it has so many values: a list whose places have others did not give it. */
    public Cursor of(int count) {
        if (values.size() != count) {
            throw invalid();
        }
        return this;
    }

    /** The UUID that places of most lists end with, or consist of. */
    public UUID id() {
        try {
            return UUID.fromString(values.getLast());
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Rejected invalid() {
        return Rejected.invalid("cursor-invalid", "?cursor");
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
