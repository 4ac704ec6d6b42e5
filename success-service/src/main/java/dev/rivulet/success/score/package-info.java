/** The Customer Score: one number from all that is known of a customer, explained. */
@NullMarked
package dev.rivulet.success.score;

import org.jspecify.annotations.NullMarked;
