/** The sandbox tenants' test clock, followed from the subscription service. */
@NullMarked
package dev.rivulet.catalog.clock;

import org.jspecify.annotations.NullMarked;
