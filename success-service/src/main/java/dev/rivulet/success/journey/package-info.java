/** Journeys: what happens with a customer by and by, until it needs its manager no longer, and again when it does. */
@NullMarked
package dev.rivulet.success.journey;

import org.jspecify.annotations.NullMarked;
