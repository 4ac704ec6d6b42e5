/** Bank statements: money that came, and whose it is. */
@NullMarked
package dev.rivulet.subscription.bank;

import org.jspecify.annotations.NullMarked;
