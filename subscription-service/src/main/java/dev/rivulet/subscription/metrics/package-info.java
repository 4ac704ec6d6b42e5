/** Monthly recurring revenue as a ledger of movements. */
@NullMarked
package dev.rivulet.subscription.metrics;

import org.jspecify.annotations.NullMarked;
