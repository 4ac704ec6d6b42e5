package dev.rivulet.subscription.account;

import java.time.ZoneId;
import java.util.UUID;

/** Told inside the service, in the transaction of the change: the account's days begin at other instants now. */
public record ZoneChanged(UUID accountId, ZoneId zone) {}
