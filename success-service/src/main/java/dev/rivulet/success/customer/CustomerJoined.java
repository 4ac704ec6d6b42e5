package dev.rivulet.success.customer;

import java.util.UUID;

/**
 * Announced inside the service, in the transaction that learns of it: a prospect has signed and is a customer. Whoever
 * keeps something under the prospect's id moves it to the account's; the prospect's row stays, as JOINED.
 */
public record CustomerJoined(UUID prospect, UUID account) {}
