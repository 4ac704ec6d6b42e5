/** What happened with a customer, in order: every feature tells its part. */
@NullMarked
package dev.rivulet.success.timeline;

import org.jspecify.annotations.NullMarked;
