package dev.rivulet.subscription.bank.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceReferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INV-000001 | [1]",
                "Rechnung inv-000417, danke | [417]",
                "INV 12 and INV-000003 | [12, 3]",
                "INV-000001 INV-000001 | [1]",
                "ACME-INV-000007 and INV-000008 | [acme:7, 8]",
                "INV-000001-INV-000002 | [1, 2]",
                "INVOICE 12 | []",
                "no number | []",
                "RF00INV000001 | []",
                "INV-9999999999999999999999 | []"
            })
    void shouldFindTheInvoicesNamed(String text, String numbers) {
        assertThat(named(text)).hasToString(numbers);
    }

    private static List<String> named(String text) {
        return InvoiceReference.in(text).stream()
                .map(named -> named.seller() == null ? "" + named.number() : named.seller() + ":" + named.number())
                .toList();
    }

    @Test
    void shouldFindACreditorReferenceHoweverItIsGrouped() {
        var reference = InvoiceReference.of(42);

        assertThat(reference).matches("RF\\d{2}INV000042");
        assertThat(named("thanks " + reference)).containsExactly("42");
        assertThat(named(reference.replaceAll("(.{4})", "$1 "))).containsExactly("42");
        assertThat(named(reference.toLowerCase(java.util.Locale.ROOT))).containsExactly("42");
    }

    @Test
    void shouldNotTakeASlipOfThePenForAnotherInvoice() {
        var wrong = InvoiceReference.of(42).replace("000042", "000043");

        assertThat(InvoiceReference.in(wrong)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Northwind Training GmbH, NORTHWIND TRAINING GMBH, true",
        "Northwind Training GmbH, Northwind, true",
        "ООО Ромашка, ооо «Ромашка», true",
        "Northwind, Southwind, false",
        "'', Northwind, false"
    })
    void shouldCompareNames(String one, String other, boolean alike) {
        assertThat(PayerName.isAlike(one, other)).isEqualTo(alike);
    }
}
