/** The types of a tenant's own attributes; pure Java. */
@NullMarked
package dev.rivulet.success.care.domain;

import org.jspecify.annotations.NullMarked;
