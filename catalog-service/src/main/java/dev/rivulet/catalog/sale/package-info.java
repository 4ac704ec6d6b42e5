/** What has been sold: the catalog's own copy of the subscriptions. */
@NullMarked
package dev.rivulet.catalog.sale;

import org.jspecify.annotations.NullMarked;
