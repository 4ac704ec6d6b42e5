/** What is there to sell each product to each segment, and what is missing. */
@NullMarked
package dev.rivulet.catalog.coverage;

import org.jspecify.annotations.NullMarked;
