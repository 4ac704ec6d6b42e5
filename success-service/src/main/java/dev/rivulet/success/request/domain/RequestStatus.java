package dev.rivulet.success.request.domain;

import java.util.Set;

/** Where a request stands. */
public enum RequestStatus {
    /** Nobody has decided yet. */
    OPEN,
    PLANNED,
    /** It came out. */
    RELEASED,
    /** It will not be done, for a reason. */
    DECLINED;

    /** What may come next. */
    public Set<RequestStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(PLANNED, RELEASED, DECLINED);
            case PLANNED -> Set.of(OPEN, RELEASED, DECLINED);
            // Reasons pass; what came out is out.
            case DECLINED -> Set.of(OPEN);
            case RELEASED -> Set.of();
        };
    }

    public boolean mayBecome(RequestStatus status) {
        return next().contains(status);
    }
}
