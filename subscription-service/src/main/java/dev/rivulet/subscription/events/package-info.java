/** The facts this service publishes. */
@NullMarked
package dev.rivulet.subscription.events;

import org.jspecify.annotations.NullMarked;
