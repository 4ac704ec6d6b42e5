package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern CODES = Pattern.compile(
            "Rejected\\s*\\.(?:invalid|unprocessable|conflict|forbidden)\\(\\s*\"([a-z-]+)\"|\"\\{([a-z-]+)}\"");

    @Test
    void everyCodeHasATextInBothLanguages() throws IOException {
        var codes = codesInTheSource();

        assertThat(codes).contains("plan-not-published", "zone-unknown", "payment-reference-used");
        for (var language : Set.of("en", "ru")) {
            var own = texts("problems", language);
            var kit = texts("dev.rivulet.kit.problem.texts", language);
            assertThat(codes).as(language).allMatch(code -> own.containsKey(code) || kit.containsKey(code));
            assertThat(codes).as("no text without its code").containsAll(own.keySet());
            own.keySet().forEach(code -> new MessageFormat(own.getString(code)));
        }
    }

    @Test
    void russianTextsAreRussian() {
        var russian = texts("problems", "ru");

        assertThat(russian.keySet()).allMatch(code -> russian.getString(code).matches("(?s).*[а-яё]{3}.*"));
    }

    private static ResourceBundle texts(String bundle, String language) {
        return ResourceBundle.getBundle(
                bundle,
                Locale.of(language),
                ProblemTextsTest.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> codesInTheSource() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                CODES.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> codes.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        return codes;
    }
}
