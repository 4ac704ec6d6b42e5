/** What may be sold: this service's copy of the catalog's published plans and approved propositions. */
@NullMarked
package dev.rivulet.subscription.offer;

import org.jspecify.annotations.NullMarked;
