package dev.rivulet.kit.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Problem texts in English and Russian: the kit's own codes, then those of the service (bundle {@code problems} at the
 * root of its class path).
 */
public final class Texts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));
    private static final List<String> BUNDLES = List.of("problems", "dev.rivulet.kit.problem.texts");

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /** All texts by their codes, in English and with their placeholders. */
    public static SortedMap<String, String> english() {
        var texts = new TreeMap<String, String>();
        for (var name : BUNDLES) {
            var bundle = bundle(name, Locale.ENGLISH);
            if (bundle != null) {
                bundle.keySet()
                        .forEach(code ->
                                texts.putIfAbsent(code, bundle.getString(code).replace("''", "'")));
            }
        }
        return texts;
    }

    /** The texts for an Accept-Language header; English where none fits or the header is malformed. */
    public static Texts forHeader(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return new Texts(Locale.ENGLISH);
        }
        try {
            var wanted = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return new Texts(wanted == null ? Locale.ENGLISH : wanted);
        } catch (IllegalArgumentException malformed) {
            return new Texts(Locale.ENGLISH);
        }
    }

    /** The text of a code, or the code itself, so that a missing text never hides the problem. */
    public String of(String code, List<Object> arguments) {
        for (var name : BUNDLES) {
            var pattern = lookUp(name, code);
            if (pattern != null) {
                return new MessageFormat(pattern, locale).format(arguments.toArray());
            }
        }
        return code;
    }

    private @Nullable String lookUp(String bundle, String code) {
        var texts = bundle(bundle, locale);
        return texts != null && texts.containsKey(code) ? texts.getString(code) : null;
    }

    private static @Nullable ResourceBundle bundle(String name, Locale locale) {
        try {
            return ResourceBundle.getBundle(name, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
        } catch (MissingResourceException none) {
            return null;
        }
    }

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
}
