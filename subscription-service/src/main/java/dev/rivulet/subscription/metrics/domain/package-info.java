/** Rules of recurring revenue. */
@NullMarked
package dev.rivulet.subscription.metrics.domain;

import org.jspecify.annotations.NullMarked;
