/** What each function of the company has to know of a week: what is good, what is bad, what came out. */
@NullMarked
package dev.rivulet.success.digest;

import org.jspecify.annotations.NullMarked;
