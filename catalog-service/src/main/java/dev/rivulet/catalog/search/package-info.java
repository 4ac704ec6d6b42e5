/** One full-text search over everything that has a text. */
@NullMarked
package dev.rivulet.catalog.search;

import org.jspecify.annotations.NullMarked;
