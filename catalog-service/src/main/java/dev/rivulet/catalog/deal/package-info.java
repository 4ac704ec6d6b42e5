/** Deals as far as the catalog counts them: which propositions won, and where deals are open. */
@NullMarked
package dev.rivulet.catalog.deal;

import org.jspecify.annotations.NullMarked;
