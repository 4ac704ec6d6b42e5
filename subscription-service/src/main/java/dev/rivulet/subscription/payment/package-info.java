/** Money received. */
@NullMarked
package dev.rivulet.subscription.payment;

import org.jspecify.annotations.NullMarked;
