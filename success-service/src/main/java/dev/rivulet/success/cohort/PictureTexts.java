package dev.rivulet.success.cohort;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of a picture, in English or Russian. */
record PictureTexts(Locale locale) {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("ru"));

    /** In the first language of the reader that is spoken here, or English. */
    static PictureTexts of(List<Locale> wanted) {
        for (var locale : wanted) {
            for (var spoken : SPOKEN) {
                if (locale.getLanguage().equals(spoken.getLanguage())) {
                    return new PictureTexts(spoken);
                }
            }
        }
        return new PictureTexts(Locale.ENGLISH);
    }

    String of(String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle(
                "cohort-picture", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
