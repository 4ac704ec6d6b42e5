/** When messages may go out. */
@NullMarked
package dev.rivulet.success.message.domain;

import org.jspecify.annotations.NullMarked;
