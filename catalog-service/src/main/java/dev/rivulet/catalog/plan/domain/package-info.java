/** How plans go from version to version, and what a new version does to the revenue of those who subscribed before. */
@NullMarked
package dev.rivulet.catalog.plan.domain;

import org.jspecify.annotations.NullMarked;
