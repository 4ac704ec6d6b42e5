package dev.rivulet.success.erasure;

import java.util.regex.Pattern;

/** How a person is found by name in what people write: as whole words, in any case. */
final class NamePattern {

    /** Ann is not part of planning. */
    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";

    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private NamePattern() {}

    static Pattern of(String name) {
        return Pattern.compile(NO_WORD_BEFORE + Pattern.quote(name) + NO_WORD_AFTER, ANY_CASE);
    }
}
