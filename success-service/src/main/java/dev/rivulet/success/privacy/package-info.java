/** What a person at a customer may ask for: to know what is held on them, and to be erased. */
@NullMarked
package dev.rivulet.success.privacy;

import org.jspecify.annotations.NullMarked;
