package dev.rivulet.success.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.score.domain.Cause;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.ScoreBand;
import dev.rivulet.success.value.domain.PromiseStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewTextsTest {

    private static final ReviewTexts ENGLISH = ReviewTexts.of(List.of(Locale.GERMANY));
    private static final ReviewTexts RUSSIAN = ReviewTexts.of(List.of(Locale.of("ru", "RU"), Locale.ENGLISH));

    @Test
    void shouldSayTheSameInBothLanguages() throws IOException {
        var english = texts("review.properties");
        var russian = texts("review_ru.properties");
        assertThat(russian.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(arguments(russian.getProperty(key.toString())))
                .as(key.toString())
                .isEqualTo(arguments(text.toString())));
        assertThat(russian).allSatisfy((key, text) -> {
            if (text.toString().replaceAll("\\{\\d}", "").matches(".*\\p{L}{2}.*")) {
                assertThat(text.toString()).containsPattern("[а-яё]{2}");
            }
        });
    }

    @Test
    void shouldNameEveryCode() {
        Stream.of(ENGLISH, RUSSIAN).forEach(texts -> {
            names(texts, "component", Component.values());
            names(texts, "cause", Cause.values());
            names(texts, "band", ScoreBand.values());
            names(texts, "promise", PromiseStatus.values());
        });
        assertThat(ENGLISH.name("severity", "NOVEL")).isEqualTo("NOVEL");
    }

    @Test
    void shouldWriteAsTheReaderDoes() {
        assertThat(ENGLISH.day(LocalDate.of(2026, 3, 1))).isEqualTo("Mar 1, 2026");
        assertThat(RUSSIAN.day(LocalDate.of(2026, 3, 1))).startsWith("1 мар");
        assertThat(ENGLISH.money(Money.of("1234.50", "EUR"))).isEqualTo("1,234.50 EUR");
        assertThat(RUSSIAN.money(Money.of("1234.50", "EUR"))).endsWith("234,50 EUR");
        assertThat(ENGLISH.percent(new BigDecimal("0.6916"))).isEqualTo("69.2%");
        assertThat(ENGLISH.signed(new BigDecimal("3.0"))).isEqualTo("+3.0");
        assertThat(ENGLISH.signed(new BigDecimal("-3.0"))).isEqualTo("-3.0");
        assertThat(ENGLISH.orTooLittle(null, "no-answers")).isEqualTo("not enough data: nobody answered");
        assertThat(RUSSIAN.orTooLittle(null, null)).isEqualTo("недостаточно данных");
    }

    private static void names(ReviewTexts texts, String group, Object[] codes) {
        assertThat(codes).allSatisfy(code -> assertThat(texts.name(group, code)).isNotEqualTo(code.toString()));
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            texts.load(reader);
        }
        return texts;
    }
}
