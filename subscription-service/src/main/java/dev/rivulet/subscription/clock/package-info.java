/** The test clock of sandbox tenants. */
@NullMarked
package dev.rivulet.subscription.clock;

import org.jspecify.annotations.NullMarked;
