package dev.rivulet.subscription.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.payment.domain.Allocation.Share;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource({
        "10.00, 10.00, -, 0.00",
        "49.00, 49.00, -, 0.00",
        "50.00, 49.00, 1.00, 0.00",
        "79.00, 49.00, 30.00, 0.00",
        "79.01, 49.00, 30.00, 0.01"
    })
    void shouldFillInvoicesInTheirOrder(String amount, String first, String second, String rest) {
        var allocation = Allocation.of(eur(amount), List.of(new Share(A, eur("49.00")), new Share(B, eur("30.00"))));

        var expected = second.equals("-")
                ? List.of(new Share(A, eur(first)))
                : List.of(new Share(A, eur(first)), new Share(B, eur(second)));
        assertThat(allocation).isEqualTo(new Allocation(expected, eur(rest)));
    }

    @Test
    void shouldLeaveAllWhenNothingIsDue() {
        assertThat(Allocation.of(eur("5.00"), List.of(new Share(A, eur("0.00")))))
                .isEqualTo(new Allocation(List.of(), eur("5.00")));
    }

    @ParameterizedTest
    @EnumSource(PaymentStatus.class)
    void shouldKeepMoneyThatCame(PaymentStatus status) {
        assertThat(PaymentStatus.SUCCEEDED.mayBecome(status)).isFalse();
        assertThat(status.mayBecome(PaymentStatus.SUCCEEDED)).isEqualTo(status != PaymentStatus.SUCCEEDED);
        assertThat(status.mayBecome(PaymentStatus.FAILED)).isEqualTo(status.isUndecided());
        assertThat(status.mayBecome(PaymentStatus.UNKNOWN)).isEqualTo(status == PaymentStatus.PENDING);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
