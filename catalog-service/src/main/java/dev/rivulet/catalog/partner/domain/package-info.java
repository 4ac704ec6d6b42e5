/** The rules of the partner cycle and of trust. */
@NullMarked
package dev.rivulet.catalog.partner.domain;

import org.jspecify.annotations.NullMarked;
