/** Customers and their subscriptions, copied from the subscription service's events. */
@NullMarked
package dev.rivulet.success.customer;

import org.jspecify.annotations.NullMarked;
