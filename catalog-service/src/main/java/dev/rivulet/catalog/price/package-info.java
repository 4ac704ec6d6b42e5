/** At which price, for whom and when: price books, prices, quotes that explain themselves. */
@NullMarked
package dev.rivulet.catalog.price;

import org.jspecify.annotations.NullMarked;
