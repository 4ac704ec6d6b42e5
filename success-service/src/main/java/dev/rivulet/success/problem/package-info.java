/** What customers have trouble with. */
@NullMarked
package dev.rivulet.success.problem;

import org.jspecify.annotations.NullMarked;
