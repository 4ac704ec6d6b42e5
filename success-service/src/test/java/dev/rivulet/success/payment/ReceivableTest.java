package dev.rivulet.success.payment;

import static dev.rivulet.success.payment.InvoiceFact.Kind.FINALIZED;
import static dev.rivulet.success.payment.InvoiceFact.Kind.PAID;
import static dev.rivulet.success.payment.InvoiceFact.Kind.REOPENED;
import static dev.rivulet.success.payment.InvoiceFact.Kind.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReceivableTest {

    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 20);

    private final Receivable receivable = new Receivable();

    @Test
    void shouldBePaidInWhateverOrderTheFactsOfOneVersionCome() {
        receivable.hear(PAID, 0, PAID_ON);
        receivable.hear(FINALIZED, 0, null);

        assertThat(receivable.paidOn).isEqualTo(PAID_ON);
    }

    @Test
    void shouldBeOpenAgainAfterARefund() {
        receivable.hear(FINALIZED, 0, null);
        receivable.hear(PAID, 1, PAID_ON);
        receivable.hear(REOPENED, 2, null);

        assertThat(receivable.paidOn).isNull();
        assertThat(receivable.closed).isFalse();
    }

    @Test
    void shouldNotListenToOldNews() {
        receivable.hear(REOPENED, 2, null);
        receivable.hear(PAID, 1, PAID_ON);

        assertThat(receivable.paidOn).isNull();
    }

    @Test
    void shouldBeOverWhenVoid() {
        receivable.hear(FINALIZED, 0, null);
        receivable.hear(VOIDED, 1, null);

        assertThat(receivable.closed).isTrue();
    }
}
