/** What people write down of a customer: notes, and meetings and calls with its people. */
@NullMarked
package dev.rivulet.success.interaction;

import org.jspecify.annotations.NullMarked;
