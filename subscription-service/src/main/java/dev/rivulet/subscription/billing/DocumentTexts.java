package dev.rivulet.subscription.billing;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What documents say, in English or Russian. */
record DocumentTexts(Locale locale) {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

    /** For an Accept-Language header; English where none fits or the header is malformed. */
    static DocumentTexts forHeader(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return new DocumentTexts(Locale.ENGLISH);
        }
        try {
            var wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return new DocumentTexts(Objects.requireNonNullElse(wanted, Locale.ENGLISH));
        } catch (IllegalArgumentException malformed) {
            return new DocumentTexts(Locale.ENGLISH);
        }
    }

    String of(String key, String... arguments) {
        var texts = ResourceBundle.getBundle(
                "documents", locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
}
