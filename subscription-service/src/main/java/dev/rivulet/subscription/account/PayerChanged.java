package dev.rivulet.subscription.account;

import java.util.UUID;

/** Told inside the service, in the transaction of the change: somebody else pays for the account from now on. */
public record PayerChanged(UUID accountId, UUID from, UUID to) {}
