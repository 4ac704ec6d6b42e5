/** The gate before a product's partner channel. */
@NullMarked
package dev.rivulet.catalog.channel.domain;

import org.jspecify.annotations.NullMarked;
