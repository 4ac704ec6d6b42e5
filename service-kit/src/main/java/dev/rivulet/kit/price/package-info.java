/** What a price costs, and which of several prices is the one: pure rules, exact until a line is rounded once. */
@NullMarked
package dev.rivulet.kit.price;

import org.jspecify.annotations.NullMarked;
