/** Asks for usage at once when it passes a threshold, before its period is over. */
@NullMarked
package dev.rivulet.subscription.threshold;

import org.jspecify.annotations.NullMarked;
