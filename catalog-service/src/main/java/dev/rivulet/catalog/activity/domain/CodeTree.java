package dev.rivulet.catalog.activity.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Codes as a tree by prefix: 47 is above 47.9, 47.9 above 47.91, 47.91 above 47.91.2. A section's letter stands above
 * by what the edition says, not by prefix.
 */
public final class CodeTree {

    /** A section's letter, or digits with points between them. */
    private static final Pattern CODE = Pattern.compile("[A-Z]|[0-9]{1,6}(\\.[0-9]{1,4}){0,4}");

    private CodeTree() {}

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Whether it is the letter of a section, which nobody is registered under. */
    public static boolean isSection(String code) {
        return code.length() == 1 && Character.isLetter(code.charAt(0));
    }

    /** Whether who holds the one code may do what the other names: it is the same or above it. */
    public static boolean covers(String held, String needed) {
        return needed.startsWith(held) && !held.endsWith(".");
    }

    /** Whether any of the codes held covers the one needed. */
    public static boolean anyCovers(Collection<String> held, String needed) {
        return held.stream().anyMatch(code -> covers(code, needed));
    }

    /** The codes that may stand above a code, nearest first; not every edition has each of them. */
    public static List<String> above(String code) {
        var above = new ArrayList<String>();
        for (var end = code.length() - 1; end > 0; end--) {
            var prefix = code.substring(0, end);
            if (!prefix.endsWith(".")) {
                above.add(prefix);
            }
        }
        return above;
    }
}
