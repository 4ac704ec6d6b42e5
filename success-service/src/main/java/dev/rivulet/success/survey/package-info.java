/** What customers say of us, in numbers. */
@NullMarked
package dev.rivulet.success.survey;

import org.jspecify.annotations.NullMarked;
