/** How a product is sold: playbooks in versions, each published for good and superseded by the next. */
@NullMarked
package dev.rivulet.catalog.playbook;

import org.jspecify.annotations.NullMarked;
