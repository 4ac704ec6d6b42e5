/** Who has been erased: recognised by keyed hashes, and known by a pseudonym from then on. */
@NullMarked
package dev.rivulet.success.erasure;

import org.jspecify.annotations.NullMarked;
