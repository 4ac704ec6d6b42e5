/** The rules of activity codes: the tree, what a seller may sell, what a new edition changes; and CSV as it comes. */
@NullMarked
package dev.rivulet.catalog.activity.domain;

import org.jspecify.annotations.NullMarked;
