/** The sandbox tenants' test clock, followed from the subscription service. */
@NullMarked
package dev.rivulet.success.clock;

import org.jspecify.annotations.NullMarked;
