/** Customers' stories, told as far as each customer agreed. */
@NullMarked
package dev.rivulet.catalog.casestudy;

import org.jspecify.annotations.NullMarked;
