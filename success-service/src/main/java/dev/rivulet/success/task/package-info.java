/** What a success manager is asked to do, and by when. */
@NullMarked
package dev.rivulet.success.task;

import org.jspecify.annotations.NullMarked;
