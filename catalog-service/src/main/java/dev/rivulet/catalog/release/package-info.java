/** What came out: releases of products, announced to everybody who has to know. */
@NullMarked
package dev.rivulet.catalog.release;

import org.jspecify.annotations.NullMarked;
