/** The facts this service publishes. */
@NullMarked
package dev.rivulet.success.events;

import org.jspecify.annotations.NullMarked;
