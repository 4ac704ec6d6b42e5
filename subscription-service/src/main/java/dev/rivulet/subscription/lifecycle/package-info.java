/** Subscriptions, from the signing that pins a price and a promise to the end of the last period. */
@NullMarked
package dev.rivulet.subscription.lifecycle;

import org.jspecify.annotations.NullMarked;
