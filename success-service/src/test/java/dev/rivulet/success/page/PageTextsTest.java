package dev.rivulet.success.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    @Test
    void shouldSayTheSameInBothLanguages() throws IOException {
        var english = texts("pages.properties");
        var russian = texts("pages_ru.properties");
        assertThat(russian.keySet()).isEqualTo(english.keySet());
        assertThat(russian)
                .allSatisfy((key, text) -> assertThat(text.toString()).containsPattern("[а-яё]{2}"));
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            texts.load(reader);
        }
        return texts;
    }
}
