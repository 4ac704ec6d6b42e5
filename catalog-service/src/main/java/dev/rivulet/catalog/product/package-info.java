/** What is sold: subscriptions to software and the six kinds of IT service. */
@NullMarked
package dev.rivulet.catalog.product;

import org.jspecify.annotations.NullMarked;
