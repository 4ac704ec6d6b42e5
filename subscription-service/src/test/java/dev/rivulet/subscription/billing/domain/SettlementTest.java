package dev.rivulet.subscription.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    @ParameterizedTest
    @CsvSource({
        // total, paid, amount, paid then, status
        "49.00, 0, 49.00, 49.00, PAID",
        "49.00, 0, 48.99, 48.99, PARTIALLY_PAID",
        "49.00, 48.99, 0.01, 49.00, PAID",
        "49.00, 10.00, 10.00, 20.00, PARTIALLY_PAID"
    })
    void shouldTakeWhatIsDue(String total, String paid, String amount, String paidThen, InvoiceStatus status) {
        assertThat(Settlement.of(eur(total), eur(paid), eur(amount)))
                .isEqualTo(new Settlement.Taken(eur(paidThen), status));
    }

    @ParameterizedTest
    @CsvSource({"49.00, 0, 49.01, 49.00", "49.00, 48.99, 0.02, 0.01", "49.00, 49.00, 0.01, 0.00", "0, 0, 0.01, 0"})
    void shouldRefuseMoreThanIsDue(String total, String paid, String amount, String due) {
        assertThat(Settlement.of(eur(total), eur(paid), eur(amount))).isEqualTo(new Settlement.MoreThanDue(eur(due)));
    }

    @Test
    void shouldRefuseAnotherCurrency() {
        assertThat(Settlement.of(eur("49.00"), eur("0"), Money.of("1", "JPY")))
                .isEqualTo(new Settlement.OtherCurrency("EUR"));
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.01"})
    void shouldNotKnowPaymentsOfNothing(String amount) {
        assertThatThrownBy(() -> Settlement.of(eur("49.00"), eur("0"), eur(amount)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"49.00, 0, FINALIZED", "49.00, 0.01, PARTIALLY_PAID", "49.00, 49.00, PAID", "0, 0, PAID"})
    void shouldTellTheStatusFromWhatIsPaid(String total, String paid, InvoiceStatus status) {
        assertThat(InvoiceStatus.of(eur(total), eur(paid))).isEqualTo(status);
    }

    @Test
    void shouldNotKnowOverpaidInvoices() {
        assertThatThrownBy(() -> InvoiceStatus.of(eur("1"), eur("1.01"))).hasMessageContaining("1.01");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
