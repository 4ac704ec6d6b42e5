/** When partners may sell a product: after the company's own sales, by a playbook, with people who know it. */
@NullMarked
package dev.rivulet.catalog.channel;

import org.jspecify.annotations.NullMarked;
