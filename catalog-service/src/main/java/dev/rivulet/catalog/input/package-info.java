/** What requests have in common beyond what the kit says of them. */
@NullMarked
package dev.rivulet.catalog.input;

import org.jspecify.annotations.NullMarked;
