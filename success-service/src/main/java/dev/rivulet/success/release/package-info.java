/** What came out: whom it concerns, who of us knows of it, and what came of it. */
@NullMarked
package dev.rivulet.success.release;

import org.jspecify.annotations.NullMarked;
