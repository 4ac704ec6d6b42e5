package dev.rivulet.success.customer;

import java.time.LocalDate;

/**
 * The seats of a customer's running subscriptions. An add-on has none of its own: it is for those who hold the seats
 * that it is bought in addition to.
 *
 * @param purchased how many, over all of them
 * @param usable without those of subscriptions that rest
 * @param paid without those that are tried, either
 * @param since the day the first of them started
 */
public record Seats(int purchased, int usable, int paid, LocalDate since) {

    Seats and(Seats other) {
        return new Seats(
                Math.addExact(purchased, other.purchased),
                Math.addExact(usable, other.usable),
                Math.addExact(paid, other.paid),
                since.isBefore(other.since) ? since : other.since);
    }
}
