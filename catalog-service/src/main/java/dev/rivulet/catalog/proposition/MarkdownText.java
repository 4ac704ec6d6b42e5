package dev.rivulet.catalog.proposition;

import java.util.regex.Pattern;

/** Somebody's words inside Markdown: they stay words, whatever signs they have. */
final class MarkdownText {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~&-]");
    private static final Pattern BREAKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d+)\\.");

    private MarkdownText() {}

    static String escaped(String text) {
        var line = BREAKS.matcher(text.strip()).replaceAll(" ");
        return NUMBERED.matcher(SIGNS.matcher(line).replaceAll("\\\\$0")).replaceFirst("$1\\\\.");
    }
}
