/** What partners earn by the customers they bring. */
@NullMarked
package dev.rivulet.subscription.commission;

import org.jspecify.annotations.NullMarked;
