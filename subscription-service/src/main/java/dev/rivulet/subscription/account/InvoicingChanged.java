package dev.rivulet.subscription.account;

import java.util.UUID;

/** Told inside the service, in the transaction of the change: the payer is invoiced by other terms from now on. */
public record InvoicingChanged(UUID payerId) {}
