/** With which promise: value propositions, their approval, and what customers say became of the promised benefit. */
@NullMarked
package dev.rivulet.catalog.proposition;

import org.jspecify.annotations.NullMarked;
