/** Before and after a release; pure Java. */
@NullMarked
package dev.rivulet.success.release.domain;

import org.jspecify.annotations.NullMarked;
