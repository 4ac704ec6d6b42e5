/** What follows from facts alone, so that it is the same when it is made anew. */
@NullMarked
package dev.rivulet.success.derived;

import org.jspecify.annotations.NullMarked;
