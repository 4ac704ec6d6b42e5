/** Which economic activity a sale is, who may carry it on, and by what date. */
@NullMarked
package dev.rivulet.catalog.activity;

import org.jspecify.annotations.NullMarked;
