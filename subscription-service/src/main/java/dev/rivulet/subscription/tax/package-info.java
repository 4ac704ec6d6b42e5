/** What tax is owed on a charge: rates that hold for a time, and rules that say which one applies. */
@NullMarked
package dev.rivulet.subscription.tax;

import org.jspecify.annotations.NullMarked;
