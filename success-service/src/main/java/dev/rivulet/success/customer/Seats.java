package dev.rivulet.success.customer;

import java.time.LocalDate;

/**
 * The seats of a customer's running subscriptions. An add-on has none of its own: it is for those who hold the seats
 * that it is bought in addition to.
 *
 * @param purchased how many, over all of them
 * @param since the day the first of them started
 */
public record Seats(int purchased, LocalDate since) {

    Seats and(Seats other) {
        return new Seats(Math.addExact(purchased, other.purchased), since.isBefore(other.since) ? since : other.since);
    }
}
