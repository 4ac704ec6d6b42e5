/** What customers ask for: wishes merged into requests, ranked by what depends on them. */
@NullMarked
package dev.rivulet.success.request;

import org.jspecify.annotations.NullMarked;
