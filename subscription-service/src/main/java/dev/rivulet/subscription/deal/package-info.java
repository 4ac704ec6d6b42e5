/** Deals, from a qualified interest to the signature that starts subscriptions, or to the reason it was lost. */
@NullMarked
package dev.rivulet.subscription.deal;

import org.jspecify.annotations.NullMarked;
