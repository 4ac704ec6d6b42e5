package dev.rivulet.success.input;

/** What things of a tenant's own are called by: short, and safe in a path. */
public final class Keys {

    public static final String FORMAT = "[a-z0-9][a-z0-9-]{0,59}";

    private Keys() {}
}
