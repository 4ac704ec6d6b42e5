package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.partner.domain.Trust;

/**
 * What a partner has earned so far.
 *
 * @param certifiedPersons its people with a certification that is current
 * @param roleSells whether its role needs any
 */
record Standing(int certifiedPersons, boolean roleSells, Trust trust) {

    boolean isTrained() {
        return !roleSells || certifiedPersons > 0;
    }
}
