/** Which proposition a deal gets, and when one is proved better than another. */
@NullMarked
package dev.rivulet.catalog.proposition.domain;

import org.jspecify.annotations.NullMarked;
