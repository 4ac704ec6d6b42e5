/** What customers say of products, with what depends on it in money. */
@NullMarked
package dev.rivulet.success.feedback;

import org.jspecify.annotations.NullMarked;
