/** Which customers a success manager may see: all, or the own portfolio, as the tenant decides. */
@NullMarked
package dev.rivulet.success.access;

import org.jspecify.annotations.NullMarked;
