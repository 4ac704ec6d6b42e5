/** Subscriptions taken over from another system: read, billed in shadow, compared, and then made real. */
@NullMarked
package dev.rivulet.subscription.imports;

import org.jspecify.annotations.NullMarked;
