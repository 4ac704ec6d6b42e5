/** Plain SQL where rows are plumbing and not entities. */
@NullMarked
package dev.rivulet.kit.sql;

import org.jspecify.annotations.NullMarked;
