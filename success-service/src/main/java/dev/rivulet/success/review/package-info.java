/** What to bring to a review with one customer: everything promised, used, said and paid, as a page or a PDF. */
@NullMarked
package dev.rivulet.success.review;

import org.jspecify.annotations.NullMarked;
