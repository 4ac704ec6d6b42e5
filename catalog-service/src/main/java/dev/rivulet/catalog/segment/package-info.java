/** For whom: a function in a company of a size, with a problem in their own words. */
@NullMarked
package dev.rivulet.catalog.segment;

import org.jspecify.annotations.NullMarked;
