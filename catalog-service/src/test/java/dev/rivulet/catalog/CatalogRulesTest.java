package dev.rivulet.catalog;

import dev.rivulet.kit.testing.ServiceRules;

class CatalogRulesTest extends ServiceRules {

    CatalogRulesTest() {
        super("dev.rivulet.catalog");
    }
}
