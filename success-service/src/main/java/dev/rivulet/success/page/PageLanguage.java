package dev.rivulet.success.page;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages that pages are written in. */
public enum PageLanguage {
    EN(Locale.ENGLISH),
    RU(Locale.of("ru"));

    final Locale locale;

    PageLanguage(Locale locale) {
        this.locale = locale;
    }

    /** For an Accept-Language header; English where neither fits or the header is malformed. */
    public static PageLanguage of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return EN;
        }
        try {
            var wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), List.of(EN.locale, RU.locale));
            return RU.locale.equals(wanted) ? RU : EN;
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
