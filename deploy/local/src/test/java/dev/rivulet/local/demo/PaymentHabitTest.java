package dev.rivulet.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rivulet.local.demo.PaymentHabit.Payment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentHabitTest {

    private static final LocalDate DUE = LocalDate.of(2025, 3, 15);
    private static final BigDecimal TOTAL = new BigDecimal("389.95");

    @Test
    void shouldPayInTimeOrLate() {
        for (int seed = 0; seed < 100; seed++) {
            assertTrue(
                    !payments(PaymentHabit.PUNCTUAL, DUE, seed).getFirst().on().isAfter(DUE));
            assertTrue(payments(PaymentHabit.LATE, DUE, seed).getFirst().on().isAfter(DUE));
        }
    }

    @Test
    void shouldPayTheWholeInTwoParts() {
        assertEquals(
                List.of(
                        new Payment(1, DUE, new BigDecimal("194.98")),
                        new Payment(2, DUE.plusDays(33), new BigDecimal("194.97"))),
                payments(PaymentHabit.IN_TWO_PARTS, DUE, 1));
    }

    @Test
    void shouldStopPayingInAutumn() {
        assertEquals(1, payments(PaymentHabit.STOPPED, DUE, 1).size());
        assertEquals(List.of(), payments(PaymentHabit.STOPPED, LocalDate.of(2025, 10, 1), 1));
    }

    private static List<Payment> payments(PaymentHabit habit, LocalDate due, int seed) {
        return habit.payments(TOTAL, due, new Random(seed));
    }
}
