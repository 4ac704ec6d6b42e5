package dev.rivulet.success;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every problem code the service uses has a text in both languages, and no text is left over. */
class ProblemTextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern CODE = Pattern.compile(
            "Rejected\\s*\\.(?:invalid|unprocessable|conflict|forbidden|unavailable)\\(\\s*\"([a-z-]+)\""
                    + "|message(?: =|\\(\\) default) \"\\{([a-z-]+)}\"");

    @Test
    void shouldHaveATextForEveryCodeInBothLanguages() throws IOException {
        var used = used();
        assertThat(used).contains("batch-size", "promise-closed", "usage-log-unavailable");
        assertThat(texts("problems.properties").stringPropertyNames()).isEqualTo(used);
        assertThat(texts("problems_ru.properties").stringPropertyNames()).isEqualTo(used);
    }

    @Test
    void shouldHaveTheSamePlaceholdersInBothLanguages() throws IOException {
        var english = texts("problems.properties");
        var russian = texts("problems_ru.properties");
        for (var code : english.stringPropertyNames()) {
            assertThat(placeholders(russian.getProperty(code)))
                    .as(code)
                    .isEqualTo(placeholders(english.getProperty(code)));
        }
    }

    private static Set<String> used() throws IOException {
        var kit = ResourceBundle.getBundle("dev.rivulet.kit.problem.texts", Locale.ROOT);
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(code -> !kit.containsKey(code))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d")
                .matcher(text)
                .results()
                .map(m -> m.group())
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
