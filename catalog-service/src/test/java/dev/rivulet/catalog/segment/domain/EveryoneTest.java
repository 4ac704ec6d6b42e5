package dev.rivulet.catalog.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "everyone",
                "Everyone",
                " EVERYONE! ",
                "«Все»",
                "все",
                "ВСЕ.",
                "для  всех",
                "Large companies",
                "\"all\"",
                "Крупные компании",
                "all - companies",
                "???",
                "42",
                "Enterprises",
                "B2B",
                "The general public",
                "Все, кому это нужно",
                "Любая отрасль",
                "МСП",
                "Всем компаниям",
                "Каждому",
                "Для каждого клиента",
                "Крупным и средним предприятиям",
                "Крупнейшие компании",
                "Малый и средний бизнес",
                "любого размера бизнес",
                "наши клиенты",
                "всё для всех",
                "Large and medium companies",
                "mid-sized businesses",
                "SMEs",
                "B2B companies",
                "B2C",
                "each and every organisation",
                "Companies of any size",
                "Big corporates",
                "our customers",
                "People",
                "Люди",
                "all companies in the world",
                "Everyone else",
                "Ｅveryone",
                "Every\u00ADone",
                "Все\u200B остальные",
                "Consumers",
                "All who need it",
                "ALL COMPANIES THAT NEED IT"
            })
    void shouldSeeThatNobodyInParticularIsMeant(String text) {
        assertThat(Everyone.isMeantBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HR_HEAD",
                "Everyone who hires in autumn",
                "HR heads of large companies",
                "Все наши продавцы уходят через полгода",
                "We lose customers",
                "CEO",
                "Всеволод",
                "Малыш",
                "Клиентский сервис",
                "Рынки сбыта не растут",
                "Большевики",
                "Owners of small businesses",
                "Small business owners",
                "IT",
                "HR",
                "retail",
                "Market research",
                "Руководители отделов продаж",
                "Средний чек падает",
                "Мы теряем клиентов",
                "Клиенты не платят",
                "US",
                "Corporate lawyers",
                "Public sector",
                "Industry",
                "Consumer",
                "People leave in a year",
                "World trade",
                "Buyer",
                "IT companies",
                "Large IT businesses",
                "IT-компании"
            })
    void shouldLetThroughWhatNamesSomebody(String text) {
        assertThat(Everyone.isMeantBy(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Need customers, false",
        "Нужны клиенты, false",
        "We need people, false",
        "Everyone, true",
        "Все компании, true",
        "our customers, true"
    })
    void shouldTakeANeedForAProblem(String text, boolean nobodys) {
        assertThat(Everyone.isProblemIn(text)).isEqualTo(nobodys);
    }
}
