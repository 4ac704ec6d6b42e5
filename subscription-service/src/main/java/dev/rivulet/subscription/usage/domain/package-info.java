/** What a span of usage comes to, and on which local day an instant falls. */
@NullMarked
package dev.rivulet.subscription.usage.domain;

import org.jspecify.annotations.NullMarked;
