/** The whole catalog out and in again, as JSON Lines; each feature adds its own rows. */
@NullMarked
package dev.rivulet.catalog.bulk;

import org.jspecify.annotations.NullMarked;
