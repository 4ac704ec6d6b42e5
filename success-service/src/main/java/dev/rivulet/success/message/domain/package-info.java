/** When messages may go out, and where to. */
@NullMarked
package dev.rivulet.success.message.domain;

import org.jspecify.annotations.NullMarked;
