/** How a product comes to be sold: its steps and the evidence each of them wants. */
@NullMarked
package dev.rivulet.catalog.product.domain;

import org.jspecify.annotations.NullMarked;
