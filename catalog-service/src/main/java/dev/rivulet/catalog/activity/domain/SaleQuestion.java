package dev.rivulet.catalog.activity.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * May a seller sell a product by a channel on a day?
 *
 * @param held the seller's main and additional codes
 * @param scheme of the seller's edition
 * @param code that the product needs by this channel; null when the product has none for this seller
 * @param licensed those of that code and of the lines' codes that the edition flags, or of which it flags one above
 * @param goods the product's category of goods
 * @param lines that come along with the product
 * @param rules all there are
 */
public record SaleQuestion(
        String scheme,
        List<String> held,
        List<Licence> licences,
        @Nullable String code,
        Set<String> licensed,
        @Nullable String goods,
        Set<ServiceLine> lines,
        SaleChannel channel,
        LocalDate day,
        List<SaleRule> rules) {

    /**
     * A licence of the seller.
     *
     * @param from first day it holds; null for always
     * @param to first day it no longer holds; null while no end is known
     */
    public record Licence(
            String code, @Nullable LocalDate from, @Nullable LocalDate to) {

        boolean allows(String needed, LocalDate day) {
            return CodeTree.covers(code, needed)
                    && (from == null || !day.isBefore(from))
                    && (to == null || day.isBefore(to));
        }
    }
}
