/** The rules of licence utilisation. */
@NullMarked
package dev.rivulet.success.usage.domain;

import org.jspecify.annotations.NullMarked;
