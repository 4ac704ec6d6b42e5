/** The timelines of subscriptions as they are kept: terms by date, price sets shared among all who have the same. */
@NullMarked
package dev.rivulet.subscription.terms;

import org.jspecify.annotations.NullMarked;
