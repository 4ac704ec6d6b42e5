/** Whether customers pay in time. */
@NullMarked
package dev.rivulet.success.payment;

import org.jspecify.annotations.NullMarked;
