package dev.rivulet.success.payment;

import static dev.rivulet.success.payment.InvoiceFact.Kind.FINALIZED;
import static dev.rivulet.success.payment.InvoiceFact.Kind.PAID;
import static dev.rivulet.success.payment.InvoiceFact.Kind.REOPENED;
import static dev.rivulet.success.payment.InvoiceFact.Kind.VOIDED;
import static dev.rivulet.success.payment.InvoiceFact.Kind.WRITTEN_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivableTest {

    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 20);

    private static final UUID INVOICE = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final Receivable receivable = new Receivable();

    @Test
    void shouldBePaidInWhateverOrderTheFactsOfOneVersionCome() {
        hear(PAID, 0);
        hear(FINALIZED, 0);

        assertThat(receivable.paidOn).isEqualTo(PAID_ON);
    }

    @Test
    void shouldBeOpenAgainAfterARefund() {
        hear(FINALIZED, 0);
        hear(PAID, 1);
        hear(REOPENED, 2);

        assertThat(receivable.paidOn).isNull();
        assertThat(receivable.closed).isFalse();
    }

    @Test
    void shouldNotListenToOldNews() {
        hear(REOPENED, 2);
        hear(PAID, 1);

        assertThat(receivable.paidOn).isNull();
    }

    @Test
    void shouldBeOverWhenVoid() {
        hear(FINALIZED, 0);
        hear(VOIDED, 1);

        assertThat(receivable.closed).isTrue();
    }

    @Test
    void shouldTellAWriteOffFromAVoid() {
        hear(FINALIZED, 0);
        hear(WRITTEN_OFF, 1);

        assertThat(receivable.closed).isTrue();
        assertThat(receivable.writtenOff).isTrue();
    }

    /** What was given up may be paid after all. */
    @Test
    void shouldBePaidAfterAWriteOff() {
        hear(FINALIZED, 0);
        hear(WRITTEN_OFF, 1);
        hear(PAID, 3);

        assertThat(receivable.paidOn).isEqualTo(PAID_ON);
        assertThat(receivable.closed).isFalse();
        assertThat(receivable.writtenOff).isFalse();
    }

    private void hear(InvoiceFact.Kind kind, long version) {
        receivable.hear(
                kind,
                version,
                new InvoiceFact(
                        INVOICE,
                        ACCOUNT,
                        "INV-1",
                        Money.of("49.00", "EUR"),
                        null,
                        PAID_ON.plusDays(3),
                        kind == PAID ? PAID_ON : null,
                        null,
                        null));
    }
}
