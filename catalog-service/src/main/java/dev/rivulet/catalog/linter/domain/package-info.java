/** How a rule, which is data, is looked for in a text. */
@NullMarked
package dev.rivulet.catalog.linter.domain;

import org.jspecify.annotations.NullMarked;
