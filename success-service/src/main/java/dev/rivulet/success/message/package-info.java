/** Messages to people at customers: templates, quiet hours, unsubscribing, and delivery. */
@NullMarked
package dev.rivulet.success.message;

import org.jspecify.annotations.NullMarked;
