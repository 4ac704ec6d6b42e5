package dev.rivulet.subscription.registration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerKeysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Northwind Training GmbH | northwind training",
                "NORTHWIND  TRAINING, G.m.b.H. | northwind training",
                "northwind-training | northwind training",
                "ООО «Ромашка» | ромашка",
                "Ромашка, ООО | ромашка",
                "Ёлка и Ко | елка и ко",
                "Acme Co., Ltd. | acme",
                "AG | ag",
                "Société Générale S.A. | société générale",
                "3M Company | 3m",
                "!!! | !!!"
            })
    void shouldKnowACustomerHoweverItIsWritten(String written, String name) {
        assertThat(CustomerKeys.name(written)).isEqualTo(name);
    }

    @Test
    void shouldKnowItByTaxIdAndDomainToo() {
        assertThat(CustomerKeys.of("Northwind GmbH", "de 123-456", " WWW.Northwind.Example"))
                .containsExactly("domain:northwind.example", "name:northwind", "tax:DE123456");
        assertThat(CustomerKeys.of("Northwind", " - ", null)).containsExactly("name:northwind");
    }
}
