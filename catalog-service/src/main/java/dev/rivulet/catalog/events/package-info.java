/** The facts the catalog tells the other services, as records; their schemas and examples are in resources/events. */
@NullMarked
package dev.rivulet.catalog.events;

import org.jspecify.annotations.NullMarked;
