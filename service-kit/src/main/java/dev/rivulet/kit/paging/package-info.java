/** Opaque keyset cursors. */
@NullMarked
package dev.rivulet.kit.paging;

import org.jspecify.annotations.NullMarked;
