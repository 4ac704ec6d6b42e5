package dev.rivulet.kit.rest;

import dev.rivulet.kit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Strong entity tags: the version of the resource, quoted. */
public final class Etag {

    private Etag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Lets a change through only when If-Match names the current version: absent 428, other 412. */
    public static void require(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Rejected.versionRequired();
        }
        if (!ifMatch.strip().matches("\"[0-9]{1,18}\"")) {
            throw Rejected.invalid("etag-invalid", "@If-Match");
        }
        if (!ifMatch.strip().equals(of(current))) {
            throw Rejected.stale(current);
        }
    }
}
