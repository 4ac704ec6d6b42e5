package dev.rivulet.success.task;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reasons in English or Russian, from {@code task-reasons.properties}. */
final class ReasonTexts {

    static final ReasonTexts ENGLISH = new ReasonTexts(Locale.ENGLISH);
    private static final ReasonTexts RUSSIAN = new ReasonTexts(Locale.of("ru"));
    private static final List<ReasonTexts> LANGUAGES = List.of(ENGLISH, RUSSIAN);
    private static final String WORD = "word.";

    private final Locale locale;
    private final ResourceBundle texts;

    private ReasonTexts(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "task-reasons",
                locale,
                ReasonTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /** The texts for an Accept-Language header; English where none fits or the header is malformed. */
    static ReasonTexts forHeader(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return ENGLISH;
        }
        try {
            var wanted = Locale.lookup(
                    LanguageRange.parse(acceptLanguage),
                    LANGUAGES.stream().map(texts -> texts.locale).toList());
            return LANGUAGES.stream()
                    .filter(texts -> texts.locale.equals(wanted))
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    static boolean knows(String code) {
        return ENGLISH.texts.containsKey(code);
    }

    String language() {
        return locale.getLanguage();
    }

    String of(Reason reason) {
        var arguments = reason.arguments().stream().map(this::word).toArray();
        var text = texts.containsKey(reason.code())
                ? new MessageFormat(texts.getString(reason.code()), locale).format(arguments)
                : reason.code();
        return reason.details().isEmpty()
                ? text
                : text + ": " + reason.details().stream().map(this::of).collect(Collectors.joining(", "));
    }

    private String word(String argument) {
        return texts.containsKey(WORD + argument) ? texts.getString(WORD + argument) : argument;
    }
}
