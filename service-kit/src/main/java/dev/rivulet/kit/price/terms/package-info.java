/** A price's terms as JSON in requests, tables and events, and the arithmetic that they stand for. */
@NullMarked
package dev.rivulet.kit.price.terms;

import org.jspecify.annotations.NullMarked;
