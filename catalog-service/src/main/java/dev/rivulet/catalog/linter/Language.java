package dev.rivulet.catalog.linter;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages this service writes texts in. */
public enum Language {
    EN,
    RU;

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.of("ru"));

    /** What an Accept-Language header asks for; without one, or one that fits none, the other. */
    public static Language of(@Nullable String acceptLanguage, Language otherwise) {
        if (acceptLanguage == null) {
            return otherwise;
        }
        try {
            var wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), LOCALES);
            return wanted == null ? otherwise : valueOf(wanted.getLanguage().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return otherwise;
        }
    }

    /** ISO 639 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
