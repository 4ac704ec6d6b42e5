/** Pages that people without an account open by a link. */
@NullMarked
package dev.rivulet.success.page;

import org.jspecify.annotations.NullMarked;
