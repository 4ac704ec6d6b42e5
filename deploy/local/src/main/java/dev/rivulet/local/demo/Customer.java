package dev.rivulet.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One account of the demo tenant and what becomes of it.
 *
 * @param number counts from 1; everything about the customer follows from the seed and this number
 * @param domain of its e-mail addresses
 */
record Customer(
        long seed,
        int number,
        String name,
        String zone,
        String currency,
        String domain,
        Engagement engagement,
        PaymentHabit habit,
        List<Contract> contracts) {

    /**
     * A subscription of the customer.
     *
     * @param plan key in the catalogue
     * @param proposition key in the catalogue
     * @param cancelledOn the day on which it is cancelled to the end of its period, if ever
     */
    record Contract(
            String plan,
            String proposition,
            int seats,
            LocalDate start,
            @Nullable LocalDate cancelledOn) {}

    String key() {
        return "demo/customer-%03d".formatted(number);
    }

    /** A customer has no more than one contract of a plan. */
    String key(Contract contract) {
        return key() + "/" + contract.plan();
    }

    /** A source of chance of its own for each matter, so that they do not depend on each other's order. */
    Random random(String matter) {
        return random(seed, number, matter);
    }

    static Random random(long seed, int number, String matter) {
        return new Random(31 * (31 * seed + number) + matter.hashCode());
    }
}
