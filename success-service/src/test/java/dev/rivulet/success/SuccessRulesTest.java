package dev.rivulet.success;

import dev.rivulet.kit.testing.ServiceRules;

class SuccessRulesTest extends ServiceRules {

    SuccessRulesTest() {
        super("dev.rivulet.success");
    }
}
