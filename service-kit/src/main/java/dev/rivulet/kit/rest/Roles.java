package dev.rivulet.kit.rest;

/** The roles a token may carry in its {@code groups} claim. Without one of an operation's roles it is refused. */
public final class Roles {

    public static final String SALES = "sales";
    public static final String SUCCESS = "success";
    public static final String BILLING = "billing";
    public static final String ADMIN = "admin";
    /** Sees only its own deals, customers and commissions. */
    public static final String PARTNER = "partner";
    /** Reads everything, changes nothing. */
    public static final String OPS = "ops";

    private Roles() {}
}
