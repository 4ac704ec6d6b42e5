package dev.rivulet.subscription;

import dev.rivulet.kit.testing.ServiceRules;

class RulesTest extends ServiceRules {

    RulesTest() {
        super("dev.rivulet.subscription");
    }
}
