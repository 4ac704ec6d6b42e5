/** What another system expected and what is billed here, side by side. */
@NullMarked
package dev.rivulet.subscription.imports.domain;

import org.jspecify.annotations.NullMarked;
