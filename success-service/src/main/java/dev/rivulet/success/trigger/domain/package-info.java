/** When a rule fires, and when it does not. */
@NullMarked
package dev.rivulet.success.trigger.domain;

import org.jspecify.annotations.NullMarked;
