/** RFC 9457 problem details: what a caller is told when a request is refused. */
@NullMarked
package dev.rivulet.kit.problem;

import org.jspecify.annotations.NullMarked;
