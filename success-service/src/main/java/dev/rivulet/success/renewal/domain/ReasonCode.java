package dev.rivulet.success.renewal.domain;

/** What is looked at; with the numbers that each comes with. */
public enum ReasonCode {
    /** Its end has been decided; {@code daysLeft}. */
    END_DECIDED,
    /** The Customer Score is in its lowest band; {@code score}, {@code coverage}. */
    SCORE_CRITICAL,
    /** The Customer Score is in its middle band; {@code score}, {@code coverage}. */
    SCORE_AT_RISK,
    /** The Customer Score is in its best band; {@code score}, {@code coverage}. */
    SCORE_HEALTHY,
    /** Too little is known for a Customer Score; {@code coverage}. */
    SCORE_UNKNOWN,
    /** The Customer Score has fallen within 30 days; {@code before}, {@code score}, {@code drop} in points. */
    SCORE_FELL,
    /** Seats are used less than those of their age should be; {@code utilisation}, {@code target}. */
    LICENCES_IDLE,
    /** Seats are used as those of their age should be; {@code utilisation}, {@code target}. */
    LICENCES_USED,
    /** Seats are too young to say, or there are none. */
    LICENCES_UNKNOWN,
    /** Promised benefits are past their day without the customer's word; {@code count}. */
    PROMISE_OVERDUE,
    /** The customer says that a promised benefit was not reached at all; {@code count}. */
    PROMISE_BROKEN,
    /** The customer confirmed promised benefits, and none is overdue or was missed; {@code count}. */
    PROMISE_CONFIRMED,
    /** No promise has come out yet. */
    PROMISE_UNKNOWN,
    /** Something is unpaid after its day; {@code days} of the oldest. */
    PAYMENT_OVERDUE,
    /** The customer is not served for want of payment; {@code days}. */
    PAYMENT_SUSPENDED,
    /** Nothing is unpaid after its day; {@code invoices} that count. */
    PAYMENT_CURRENT,
    /** No invoice has fallen due yet. */
    PAYMENT_UNKNOWN,
    /** Problems of severity CRITICAL are unsolved; {@code count}. */
    PROBLEMS_CRITICAL,
    /** Problems of severity HIGH are unsolved; {@code count}. */
    PROBLEMS_HIGH,
    /** The sponsor has not been met for long; {@code days}. */
    SPONSOR_SILENT,
    /** The sponsor was met lately; {@code days}. */
    SPONSOR_MET,
    /** There is no sponsor, or none was ever met. */
    SPONSOR_UNKNOWN
}
