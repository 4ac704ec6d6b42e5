/** Reads propositions like a tired customer: vendor talk, jargon, unproven claims, "everyone", the wrong pains. */
@NullMarked
package dev.rivulet.catalog.linter;

import org.jspecify.annotations.NullMarked;
