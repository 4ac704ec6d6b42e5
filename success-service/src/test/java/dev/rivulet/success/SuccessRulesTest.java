package dev.rivulet.success;

import dev.rivulet.kit.testing.ServiceRules;
import java.util.List;
import java.util.Map;

class SuccessRulesTest extends ServiceRules {

    SuccessRulesTest() {
        super("dev.rivulet.success");
    }

    /** Distributions and exact tests of the marking of cohorts: nobody should write these again. */
    @Override
    protected Map<String, List<String>> librariesOfDomains() {
        return Map.of(
                "dev.rivulet.success.cohort.domain",
                List.of("org.apache.commons.statistics..", "org.apache.commons.numbers.."));
    }
}
