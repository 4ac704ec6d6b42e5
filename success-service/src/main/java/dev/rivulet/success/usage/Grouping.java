package dev.rivulet.success.usage;

/** What consumption is added up by. */
public enum Grouping {
    DAY("day"),
    MONTH("month"),
    FEATURE("feature"),
    USER("user");

    private final String name;

    Grouping(String name) {
        this.name = name;
    }

    /** As callers write it. */
    @Override
    public String toString() {
        return name;
    }

    /** The one of that name; the framework reads query parameters by it. */
    public static Grouping fromString(String name) {
        for (var grouping : values()) {
            if (grouping.name.equals(name)) {
                return grouping;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
