package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Торговля розничная по почте",
                "Деятельность по упаковыванию товаров",
                "Торговля «через Интернет», прочая (47.91.2) № 5",
                "ТОРГОВЛЯ ОПТОВАЯ",
                "Ещё учёт",
                "Internet-магазин",
                "Услуги Software-as-a-Service"
            })
    void shouldRepairWhatWasReadAsLatin(String meant) {
        var latin = new String(meant.getBytes(CYRILLIC), StandardCharsets.ISO_8859_1);
        var windows = new String(meant.getBytes(CYRILLIC), Charset.forName("windows-1252"));
        assertThat(Mojibake.repaired(latin)).isEqualTo(meant);
        assertThat(Mojibake.repaired(windows)).isEqualTo(meant);
        assertThat(Mojibake.repaired(meant)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Торговля", "Ёлки и ель", "Internet-магазин"})
    void shouldRepairWhatWasUtf8AndReadAsLatin(String meant) {
        var utf8 = meant.getBytes(StandardCharsets.UTF_8);
        assertThat(Mojibake.repaired(new String(utf8, StandardCharsets.ISO_8859_1)))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "47.91.2",
                "Retail sale via the Internet",
                "Café",
                "Größe der Straße",
                "Élevage de bétail",
                "Ökologische Überprüfung",
                "Торговля через Café",
                "日本語",
                "«» — …"
            })
    void shouldLeaveTheRestAlone(String text) {
        assertThat(Mojibake.repaired(text)).isEqualTo(text);
    }
}
