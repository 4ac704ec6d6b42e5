/** Customers who pay: name, time zone, currency. */
@NullMarked
package dev.rivulet.subscription.account;

import org.jspecify.annotations.NullMarked;
