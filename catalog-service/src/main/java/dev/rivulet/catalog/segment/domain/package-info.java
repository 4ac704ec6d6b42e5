/** What makes a segment one. */
@NullMarked
package dev.rivulet.catalog.segment.domain;

import org.jspecify.annotations.NullMarked;
