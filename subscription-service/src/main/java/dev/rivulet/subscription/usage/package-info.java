/** Metered usage: counted once by the accounts' local days, read by billing, corrected when it comes late. */
@NullMarked
package dev.rivulet.subscription.usage;

import org.jspecify.annotations.NullMarked;
