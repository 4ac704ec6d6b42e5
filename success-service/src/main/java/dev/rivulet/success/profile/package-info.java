/** Everything known of a customer in one answer. */
@NullMarked
package dev.rivulet.success.profile;

import org.jspecify.annotations.NullMarked;
