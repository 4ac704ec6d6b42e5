/** Deals of the subscription service, as far as they concern success: from contracting on. */
@NullMarked
package dev.rivulet.success.deal;

import org.jspecify.annotations.NullMarked;
