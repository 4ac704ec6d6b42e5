package dev.rivulet.catalog.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
                "МСП"
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
                "Всеволод"
            })
    void shouldLetThroughWhatNamesSomebody(String text) {
        assertThat(Everyone.isMeantBy(text)).isFalse();
    }
}
