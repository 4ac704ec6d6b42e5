package dev.rivulet.kit.clock;

import java.time.ZoneOffset;

/**
 * Where on earth a day begins first, and where it ends last: what is due on a local day somewhere has to be looked for
 * once the day has begun in the one, and is over for everybody once it has ended in the other. Between the two a day
 * lasts fifty hours.
 */
public final class DayEdges {

    /** UTC+14, the Line Islands: no zone is further ahead. */
    public static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    /** UTC-12, Baker Island, by which "anywhere on earth" is reckoned: no zone is further behind. */
    public static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private DayEdges() {}
}
