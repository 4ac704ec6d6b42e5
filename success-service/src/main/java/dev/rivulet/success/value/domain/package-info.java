/** The rules of a promise and its outcome. */
@NullMarked
package dev.rivulet.success.value.domain;

import org.jspecify.annotations.NullMarked;
