/** What the customer could do instead, and what to say about it. */
@NullMarked
package dev.rivulet.catalog.competitor;

import org.jspecify.annotations.NullMarked;
