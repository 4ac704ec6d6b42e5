package dev.rivulet.success.revenue;

import java.util.List;

/** The attributes that every account has, from its first movement of revenue. */
public final class Attributes {

    public static final String PLAN = "plan";
    public static final String PRODUCT = "product";
    public static final String SEGMENT = "segment";
    public static final String PARTNER = "partner";

    /** The value of an account without one: a sale of one's own has no partner. */
    public static final String NONE = "-";

    /** Whether every account has it, and be it {@link #NONE}. */
    public static boolean isBuiltIn(String name) {
        return List.of(PLAN, PRODUCT, SEGMENT, PARTNER).contains(name);
    }

    private Attributes() {}
}
