/** Strict input and conditional requests. */
@NullMarked
package dev.rivulet.kit.rest;

import org.jspecify.annotations.NullMarked;
