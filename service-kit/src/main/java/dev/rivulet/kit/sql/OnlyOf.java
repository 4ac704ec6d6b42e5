package dev.rivulet.kit.sql;

/** A condition of statements that are of some rows only, or of all where nothing limits them. */
public final class OnlyOf {

    private OnlyOf() {}

    /** Whether the column is one of an array of ids, given twice; null is for all. */
    public static String these(String column) {
        return "(?::uuid[] IS NULL OR " + column + " = ANY (?::uuid[]))";
    }
}
