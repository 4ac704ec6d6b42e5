package dev.rivulet.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every problem code in a module's sources has a text in English and Russian, and no text is left over. */
public abstract class ProblemTextsContract {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CODE =
            Pattern.compile("Rejected\\s*\\.(?:invalid|unprocessable|conflict|forbidden|unavailable)\\("
                    + "\\s*\"([a-z-]+)\"|message(?: =|\\(\\) default) \"\\{([a-z-]+)}\"");

    /** The codes that stand nowhere in the sources as they are, such as those made of the names of constants. */
    protected Set<String> madeUp() {
        return Set.of();
    }

    @Test
    void shouldHaveATextForEveryCodeInBothLanguages() throws IOException {
        var used = used();
        assertThat(used).isNotEmpty();
        used.addAll(madeUp());
        for (var language : Set.of("en", "ru")) {
            var own = texts("problems", language);
            var kit = texts("dev.rivulet.kit.problem.texts", language);
            assertThat(used).as(language).allMatch(code -> own.containsKey(code) || kit.containsKey(code));
            assertThat(used).as("no text without its code").containsAll(own.keySet());
        }
    }

    @Test
    void shouldHaveTheSamePlaceholdersInBothLanguages() {
        var english = texts("problems", "en");
        var russian = texts("problems", "ru");
        for (var code : english.keySet()) {
            assertThat(placeholders(russian.getString(code))).as(code).isEqualTo(placeholders(english.getString(code)));
            assertThat(new MessageFormat(russian.getString(code)).toPattern())
                    .as(code)
                    .containsPattern("[а-яё]{2}");
        }
    }

    private static Set<String> used() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> codes.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        return codes;
    }

    private static ResourceBundle texts(String bundle, String language) {
        return ResourceBundle.getBundle(
                bundle,
                Locale.of(language),
                Thread.currentThread().getContextClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
