package dev.rivulet.success.revenue;

import java.util.List;

/**
 * The attributes that every account has: those of its first movement of revenue, and the manager of now. Of those that a
 * tenant declares accounts have a value or not; who has none is what the values leave of all.
 */
public final class Attributes {

    public static final String PLAN = "plan";
    public static final String PRODUCT = "product";
    public static final String SEGMENT = "segment";
    public static final String PARTNER = "partner";
    public static final String MANAGER = "manager";

    /** The value of an account without one: a sale of one's own has no partner. */
    public static final String NONE = "-";

    /** Whether every account has it, and be it {@link #NONE}. */
    public static boolean isBuiltIn(String name) {
        return List.of(PLAN, PRODUCT, SEGMENT, PARTNER, MANAGER).contains(name);
    }

    /** Whether it is one that a tenant declares; empty is for all accounts. */
    static boolean isDeclared(String name) {
        return !name.isEmpty() && !isBuiltIn(name);
    }

    private Attributes() {}
}
