/** The life of a request; pure Java. */
@NullMarked
package dev.rivulet.success.request.domain;

import org.jspecify.annotations.NullMarked;
