package dev.rivulet.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** When and how a customer pays its invoices. */
enum PaymentHabit {
    PUNCTUAL(72),
    LATE(16),
    IN_TWO_PARTS(6),
    STOPPED(6);

    private static final LocalDate STOPPED_ON = LocalDate.of(2025, 9, 15);

    /** How many of a hundred customers pay like this. */
    final int percent;

    PaymentHabit(int percent) {
        this.percent = percent;
    }

    /** Money received on a day; {@code part} counts from 1 within the invoice. */
    record Payment(int part, LocalDate on, BigDecimal amount) {}

    /** All payments that this customer will ever make on an invoice. */
    List<Payment> payments(BigDecimal total, LocalDate dueDate, Random random) {
        return switch (this) {
            case PUNCTUAL -> List.of(new Payment(1, dueDate.minusDays(10 + random.nextInt(4)), total));
            case LATE -> List.of(new Payment(1, dueDate.plusDays(4 + random.nextInt(22)), total));
            case IN_TWO_PARTS -> inTwoParts(total, dueDate);
            case STOPPED -> dueDate.isBefore(STOPPED_ON) ? List.of(new Payment(1, dueDate, total)) : List.of();
        };
    }

    private static List<Payment> inTwoParts(BigDecimal total, LocalDate dueDate) {
        var half = total.divide(BigDecimal.TWO, total.scale(), RoundingMode.HALF_UP);
        return List.of(new Payment(1, dueDate, half), new Payment(2, dueDate.plusDays(33), total.subtract(half)));
    }
}
